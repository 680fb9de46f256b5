#include "anneal.hpp"

static int mirror(int i, int n) {
  if (n == 1) return 0;
  while (i < 0 || i >= n) i = i < 0 ? -i : 2 * n - 2 - i;
  return i;
}

NdArray<std::uint8_t> mean_filter(const NdArray<std::uint8_t>& image, int ksize) {
  int height = image.shape[0], width = image.shape[1], radius = ksize / 2;
  int rows = height + ksize, cols = width + ksize;
  // total[y][x] is the sum of the padded image above and to the left of (y, x).
  std::vector<std::int64_t> total(static_cast<std::size_t>(rows) * cols);
  for (int y = 1; y < rows; y++) {
    const std::uint8_t* row = &image.data[mirror(y - 1 - radius, height) * width];
    std::int64_t sum = 0;
    for (int x = 1; x < cols; x++) {
      sum += row[mirror(x - 1 - radius, width)];
      total[y * cols + x] = total[(y - 1) * cols + x] + sum;
    }
  }
  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  int area = ksize * ksize;
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      std::int64_t sum = total[(y + ksize) * cols + x + ksize] - total[y * cols + x + ksize] -
                         total[(y + ksize) * cols + x] + total[y * cols + x];
      out.data[y * width + x] = (2 * sum + area) / (2 * area);
    }
  }
  return out;
}
