#include "anneal.hpp"

// All rows to their new width, then whole rows are blended, in single precision.
NdArray<float> bilinear_resize(const NdArray<float>& image, int height, int width) {
  const int rows = image.shape[0], columns = image.shape[1];
  auto point = [](int at, int from, int to) {
    const float c = (at + 0.5f) * from / to - 0.5f;
    return c < 0 ? 0.0f : c > from - 1 ? from - 1.0f : c;
  };
  std::vector<float> wide(rows * width);
  for (int x = 0; x < width; x++) {
    const float c = point(x, columns, width);
    const int left = c, right = std::min(left + 1, columns - 1);
    for (int y = 0; y < rows; y++) {
      const float* line = &image.data[y * columns];
      wide[y * width + x] = line[left] + (c - left) * (line[right] - line[left]);
    }
  }
  auto out = NdArray<float>::zeros({height, width});
  for (int y = 0; y < height; y++) {
    const float c = point(y, rows, height);
    const int above = c, below = std::min(above + 1, rows - 1);
    for (int x = 0; x < width; x++) {
      const float a = wide[above * width + x], b = wide[below * width + x];
      out.data[y * width + x] = a + (c - above) * (b - a);
    }
  }
  return out;
}
