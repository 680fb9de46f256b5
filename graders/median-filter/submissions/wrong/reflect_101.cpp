// diagnosis: border-reflect-101
#include "anneal.hpp"

static int reflect(int index, int length) {
  if (length == 1) return 0;
  while (index < 0 || index >= length) index = index < 0 ? -index : 2 * (length - 1) - index;
  return index;
}

NdArray<std::uint8_t> median_filter(const NdArray<std::uint8_t>& image, int ksize) {
  int height = image.shape[0], width = image.shape[1], radius = ksize / 2;
  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      std::vector<std::uint8_t> window;
      for (int dy = -radius; dy <= radius; dy++)
        for (int dx = -radius; dx <= radius; dx++)
          window.push_back(image.data[reflect(y + dy, height) * width + reflect(x + dx, width)]);
      std::nth_element(window.begin(), window.begin() + window.size() / 2, window.end());
      out.data[y * width + x] = window[window.size() / 2];
    }
  }
  return out;
}
