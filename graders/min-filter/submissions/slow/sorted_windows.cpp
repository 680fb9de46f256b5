#include "anneal.hpp"

// Right, but every row of every window is searched again.
NdArray<std::uint8_t> min_filter(const NdArray<std::uint8_t>& image, int ksize) {
  const int height = image.shape[0], width = image.shape[1], radius = ksize / 2;
  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      const int left = std::max(0, x - radius), right = std::min(width, x + radius + 1);
      int least = 255;
      for (int dy = -radius; dy <= radius; dy++) {
        const auto row = image.data.begin() + std::clamp(y + dy, 0, height - 1) * width;
        least = std::min<int>(least, *std::min_element(row + left, row + right));
      }
      out.data[y * width + x] = least;
    }
  }
  return out;
}
