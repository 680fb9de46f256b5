#include "anneal.hpp"

// Sums along the rows first, of which each window then adds up ksize.
NdArray<float> avg_pool2d(const NdArray<float>& x, int ksize, int stride, int padding) {
  const int planes = x.shape[0] * x.shape[1], height = x.shape[2], width = x.shape[3];
  const int h = (height + 2 * padding - ksize) / stride + 1, w = (width + 2 * padding - ksize) / stride + 1;
  std::vector<double> sums(static_cast<std::size_t>(planes) * height * w);
  for (int line = 0; line < planes * height; line++)
    for (int j = 0; j < w; j++)
      for (int column = 0; column < width; column++)
        if (column >= j * stride - padding && column < j * stride - padding + ksize)
          sums[line * w + j] += x.data[line * width + column];
  NdArray<float> out = NdArray<float>::zeros({x.shape[0], x.shape[1], h, w});
  for (int plane = 0; plane < planes; plane++)
    for (int i = 0; i < h; i++)
      for (int j = 0; j < w; j++) {
        double sum = 0;
        for (int row = std::max(0, i * stride - padding); row < std::min(height, i * stride - padding + ksize); row++)
          sum += sums[(plane * height + row) * w + j];
        out.data[(plane * h + i) * w + j] = sum / ksize / ksize;
      }
  return out;
}
