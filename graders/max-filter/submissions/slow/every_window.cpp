#include "anneal.hpp"

// Right, but searches the whole window at every pixel.
NdArray<std::uint8_t> max_filter(const NdArray<std::uint8_t>& image, int ksize) {
  int h = image.shape[0], w = image.shape[1], r = ksize / 2;
  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  for (int y = 0; y < h; y++)
    for (int x = 0; x < w; x++) {
      std::uint8_t best = 0;
      for (int i = std::max(0, y - r); i <= std::min(h - 1, y + r); i++)
        for (int j = std::max(0, x - r); j <= std::min(w - 1, x + r); j++) best = std::max(best, image.data[i * w + j]);
      out.data[y * w + x] = best;
    }
  return out;
}
