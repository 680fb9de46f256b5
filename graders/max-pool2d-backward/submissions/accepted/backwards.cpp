#include "anneal.hpp"

// From the last pixel of each window to the first, so that of equal ones the first is taken last.
NdArray<float> max_pool2d_backward(const NdArray<float>& grad_out, const NdArray<float>& x, int ksize, int stride) {
  const int h = grad_out.shape[2], w = grad_out.shape[3], H = x.shape[2], W = x.shape[3];
  auto grad = NdArray<float>::zeros(x.shape);
  for (int plane = 0; plane < x.shape[0] * x.shape[1]; plane++)
    for (int i = 0; i < h; i++)
      for (int j = 0; j < w; j++) {
        const float* values = &x.data[plane * H * W];
        int place = -1;
        for (int row = i * stride + ksize - 1; row >= i * stride; row--)
          for (int column = j * stride + ksize - 1; column >= j * stride; column--)
            if (place < 0 || values[row * W + column] >= values[place]) place = row * W + column;
        grad.data[plane * H * W + place] += grad_out.data[(plane * h + i) * w + j];
      }
  return grad;
}
