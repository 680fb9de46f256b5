#include "anneal.hpp"

/** Mirrors about the outermost pixel without repeating it, as often as it takes. */
static int reflect101(int index, int length) {
  if (length == 1) return 0;
  const int period = 2 * (length - 1);
  const int folded = (index % period + period) % period;
  return std::min(folded, period - folded);
}

/** Column sums move down one row at a time and a window sum slides along them: four additions a pixel for any ksize. */
NdArray<std::uint8_t> mean_filter(const NdArray<std::uint8_t>& image, int ksize) {
  const int height = image.shape[0], width = image.shape[1], radius = ksize / 2, area = ksize * ksize;
  std::vector<int> columns(width + ksize - 1), sums(width);
  for (int x = 0; x < width + ksize - 1; x++) columns[x] = reflect101(x - radius, width);
  auto add_row = [&](int y, int sign) {
    const std::uint8_t* row = image.data.data() + static_cast<std::size_t>(reflect101(y, height)) * width;
    for (int x = 0; x < width; x++) sums[x] += sign * row[x];
  };

  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  for (int y = -radius; y < radius; y++) add_row(y, 1);
  for (int y = 0; y < height; y++) {
    add_row(y + radius, 1);
    int sum = 0;
    for (int x = 0; x < ksize - 1; x++) sum += sums[columns[x]];
    for (int x = 0; x < width; x++) {
      sum += sums[columns[x + ksize - 1]];
      // The area is odd, so no mean lies halfway between two integers.
      out.data[static_cast<std::size_t>(y) * width + x] = (sum + area / 2) / area;
      sum -= sums[columns[x]];
    }
    add_row(y - radius, -1);
  }
  return out;
}
