// diagnosis: means-truncated
#include "anneal.hpp"

int otsu_threshold(const NdArray<std::uint8_t>& image) {
  long histogram[256] = {0};
  for (auto grey : image.data) histogram[grey]++;
  const long count = image.data.size();
  long sum = 0;
  for (int level = 0; level < 256; level++) sum += level * histogram[level];
  long dark = 0, dark_sum = 0;
  double best = 0;
  int threshold = 0;
  for (int level = 0; level < 256; level++) {
    dark += histogram[level];
    dark_sum += level * histogram[level];
    const long bright = count - dark;
    if (dark == 0 || bright == 0) continue;
    const double apart = dark_sum / dark - (sum - dark_sum) / bright;
    const double variance = double(dark) * bright * apart * apart;
    if (variance > best) {
      best = variance;
      threshold = level;
    }
  }
  return threshold;
}
