#include "anneal.hpp"

#include <cmath>

static int mirror(int i, int n) {
  if (n == 1) return 0;
  int period = 2 * n - 2;
  i = std::abs(i) % period;
  return std::min(i, period - i);
}

// Sums along the rows first, then along the columns; rounded once, at the end.
NdArray<std::uint8_t> mean_filter(NdArray<std::uint8_t> image, int ksize) {
  int height = image.shape[0], width = image.shape[1], radius = ksize / 2;
  std::vector<int> rows(height * width), window(width);
  for (int y = 0; y < height; y++) {
    int sum = 0;
    for (int x = -radius; x < radius; x++) sum += image.data[y * width + mirror(x, width)];
    for (int x = 0; x < width; x++) {
      sum += image.data[y * width + mirror(x + radius, width)];
      rows[y * width + x] = sum;
      sum -= image.data[y * width + mirror(x - radius, width)];
    }
  }
  for (int y = -radius; y < radius; y++)
    for (int x = 0; x < width; x++) window[x] += rows[mirror(y, height) * width + x];
  double area = ksize * ksize;
  for (int y = 0; y < height; y++) {
    const int* enters = &rows[mirror(y + radius, height) * width];
    const int* leaves = &rows[mirror(y - radius, height) * width];
    for (int x = 0; x < width; x++) {
      window[x] += enters[x];
      image.data[y * width + x] = std::lround(window[x] / area);
      window[x] -= leaves[x];
    }
  }
  return image;
}
