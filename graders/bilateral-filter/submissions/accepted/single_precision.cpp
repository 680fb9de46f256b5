#include "anneal.hpp"

// All in single precision; the Gaussian of the distance as a product of one for each axis.
NdArray<float> bilateral_filter(const NdArray<float>& image, int radius, double sigma_color, double sigma_space) {
  const int h = image.shape[0], w = image.shape[1];
  std::vector<float> side(radius + 1);
  for (int d = 0; d <= radius; d++) side[d] = std::exp(-d * d / (2 * sigma_space * sigma_space));
  const float scale = 0.5 / (sigma_color * sigma_color);
  auto fold = [](int i, int n) {
    while (n > 1 && (i < 0 || i >= n)) i = i < 0 ? -i : 2 * (n - 1) - i;
    return n == 1 ? 0 : i;
  };
  auto out = NdArray<float>::zeros(image.shape);
  for (int y = 0; y < h; y++)
    for (int x = 0; x < w; x++) {
      const float centre = image.data[y * w + x];
      float top = 0, bottom = 0;
      for (int i = -radius; i <= radius; i++)
        for (int j = -radius; j <= radius; j++) {
          const float value = image.data[fold(y + i, h) * w + fold(x + j, w)];
          const float weight =
              side[std::abs(i)] * side[std::abs(j)] * std::exp(-scale * (value - centre) * (value - centre));
          top += weight * value;
          bottom += weight;
        }
      out.data[y * w + x] = top / bottom;
    }
  return out;
}
