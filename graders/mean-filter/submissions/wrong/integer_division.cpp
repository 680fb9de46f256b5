// diagnosis: truncated
#include "anneal.hpp"

static int mirror(int i, int n) {
  if (n == 1) return 0;
  while (i < 0 || i >= n) i = i < 0 ? -i : 2 * n - 2 - i;
  return i;
}

NdArray<std::uint8_t> mean_filter(const NdArray<std::uint8_t>& image, int ksize) {
  int height = image.shape[0], width = image.shape[1], radius = ksize / 2;
  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      int sum = 0;
      for (int dy = -radius; dy <= radius; dy++)
        for (int dx = -radius; dx <= radius; dx++)
          sum += image.data[mirror(y + dy, height) * width + mirror(x + dx, width)];
      out.data[y * width + x] = sum / (ksize * ksize);
    }
  }
  return out;
}
