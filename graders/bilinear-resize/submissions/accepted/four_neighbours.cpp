#include "anneal.hpp"

NdArray<float> bilinear_resize(const NdArray<float>& image, int height, int width) {
  int h = image.shape[0], w = image.shape[1];
  auto out = NdArray<float>::zeros({height, width});
  for (int i = 0; i < height; i++) {
    double y = std::max(0.0, (i + 0.5) * h / height - 0.5);
    int y0 = std::min<int>(y, h - 1), y1 = std::min(y0 + 1, h - 1);
    for (int j = 0; j < width; j++) {
      double x = std::max(0.0, (j + 0.5) * w / width - 0.5);
      int x0 = std::min<int>(x, w - 1), x1 = std::min(x0 + 1, w - 1);
      double fy = y - y0, fx = x - x0;
      auto p = [&](int row, int column) { return image.data[row * w + column]; };
      out.data[i * width + j] =
          (1 - fy) * ((1 - fx) * p(y0, x0) + fx * p(y0, x1)) + fy * ((1 - fx) * p(y1, x0) + fx * p(y1, x1));
    }
  }
  return out;
}
