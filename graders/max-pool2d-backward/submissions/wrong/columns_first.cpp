// diagnosis: first-by-columns
#include "anneal.hpp"

NdArray<float> max_pool2d_backward(const NdArray<float>& grad_out, const NdArray<float>& x, int ksize, int stride) {
  const int planes = x.shape[0] * x.shape[1], height = x.shape[2], width = x.shape[3];
  const int rows = grad_out.shape[2], columns = grad_out.shape[3];
  auto grad = NdArray<float>::zeros(x.shape);
  for (int plane = 0; plane < planes; plane++)
    for (int i = 0; i < rows; i++)
      for (int j = 0; j < columns; j++) {
        int largest = -1;
        for (int dx = 0; dx < ksize; dx++)
          for (int dy = 0; dy < ksize; dy++) {
            const int at = (plane * height + i * stride + dy) * width + j * stride + dx;
            if (largest < 0 || x.data[at] > x.data[largest]) largest = at;
          }
        grad.data[largest] += grad_out.data[(plane * rows + i) * columns + j];
      }
  return grad;
}
