// diagnosis: zero-padding
#include "anneal.hpp"

NdArray<std::uint8_t> mean_filter(const NdArray<std::uint8_t>& image, int ksize) {
  int height = image.shape[0], width = image.shape[1], radius = ksize / 2, area = ksize * ksize;
  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      int sum = 0;
      for (int row = std::max(0, y - radius); row <= std::min(height - 1, y + radius); row++)
        for (int col = std::max(0, x - radius); col <= std::min(width - 1, x + radius); col++)
          sum += image.data[row * width + col];
      out.data[y * width + x] = (2 * sum + area) / (2 * area);
    }
  }
  return out;
}
