#include "anneal.hpp"

/** Otsu 1979 in one sweep over the histogram; sums of whole numbers, so that equal splits are equal exactly. */
int otsu_threshold(const NdArray<std::uint8_t>& image) {
  std::array<std::int64_t, 256> histogram{};
  for (const std::uint8_t grey : image.data) histogram[grey]++;
  const std::int64_t count = image.data.size();
  const std::int64_t sum = std::accumulate(image.data.begin(), image.data.end(), std::int64_t{0});
  std::int64_t dark = 0, dark_sum = 0;
  double best = 0;
  int threshold = 0;
  for (int level = 0; level < 256; level++) {
    dark += histogram[level];
    dark_sum += histogram[level] * level;
    if (dark == 0 || dark == count) continue;
    // Proportional to w0 w1 (mu0 - mu1)².
    const double spread = static_cast<double>(count * dark_sum - dark * sum);
    const double variance = spread * spread / static_cast<double>(dark * (count - dark));
    if (variance > best) {
      best = variance;
      threshold = level;
    }
  }
  return threshold;
}
