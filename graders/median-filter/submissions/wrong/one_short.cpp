// diagnosis: window-one-short
#include "anneal.hpp"

// The loops end before +radius.
NdArray<std::uint8_t> median_filter(const NdArray<std::uint8_t>& image, int ksize) {
  int height = image.shape[0], width = image.shape[1], radius = ksize / 2;
  if (radius == 0) return image;
  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      std::vector<std::uint8_t> window;
      for (int dy = -radius; dy < radius; dy++)
        for (int dx = -radius; dx < radius; dx++)
          window.push_back(image.data[std::clamp(y + dy, 0, height - 1) * width + std::clamp(x + dx, 0, width - 1)]);
      std::nth_element(window.begin(), window.begin() + window.size() / 2, window.end());
      out.data[y * width + x] = window[window.size() / 2];
    }
  }
  return out;
}
