// diagnosis: fraction-kept
#include "anneal.hpp"

NdArray<float> bilinear_resize(const NdArray<float>& image, int height, int width) {
  int h = image.shape[0], w = image.shape[1];
  auto out = NdArray<float>::zeros({height, width});
  for (int i = 0; i < height; i++)
    for (int j = 0; j < width; j++) {
      double y = (i + 0.5) * h / height - 0.5, x = (j + 0.5) * w / width - 0.5;
      int y0 = std::floor(y), x0 = std::floor(x);
      double fy = y - y0, fx = x - x0;
      y0 = std::clamp(y0, 0, h - 1), x0 = std::clamp(x0, 0, w - 1);
      int y1 = std::min(y0 + 1, h - 1), x1 = std::min(x0 + 1, w - 1);
      out.data[i * width + j] = (1 - fy) * (1 - fx) * image.data[y0 * w + x0] + (1 - fy) * fx * image.data[y0 * w + x1] +
                                fy * (1 - fx) * image.data[y1 * w + x0] + fy * fx * image.data[y1 * w + x1];
    }
  return out;
}
