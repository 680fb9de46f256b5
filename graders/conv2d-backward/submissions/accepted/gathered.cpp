// Each pixel and each weight looks for the outputs that it takes part in, and nothing is written twice.
#include "anneal.hpp"

struct Conv2dBackwardResult {
  NdArray<float> x, weight, bias;
};

Conv2dBackwardResult conv2d_backward(const NdArray<float>& grad_out, const NdArray<float>& x, const NdArray<float>& weight,
                                     int stride, int padding) {
  const int N = x.shape[0], C = x.shape[1], H = x.shape[2], W = x.shape[3];
  const int O = weight.shape[0], kh = weight.shape[2], kw = weight.shape[3];
  const int h = grad_out.shape[2], w = grad_out.shape[3];
  Conv2dBackwardResult grad{NdArray<float>::zeros(x.shape), NdArray<float>::zeros(weight.shape), NdArray<float>::zeros({O})};
  for (int n = 0; n < N; n++)
    for (int c = 0; c < C; c++)
      for (int row = 0; row < H; row++)
        for (int column = 0; column < W; column++) {
          double sum = 0;
          for (int a = (row + padding) % stride; a < kh && a <= row + padding; a += stride)
            for (int b = (column + padding) % stride; b < kw && b <= column + padding; b += stride) {
              const int i = (row + padding - a) / stride, j = (column + padding - b) / stride;
              if (i >= h || j >= w) continue;
              for (int o = 0; o < O; o++)
                sum += double(grad_out.data[((n * O + o) * h + i) * w + j]) * weight.data[((o * C + c) * kh + a) * kw + b];
            }
          grad.x.data[((n * C + c) * H + row) * W + column] = sum;
        }
  for (int o = 0; o < O; o++) {
    double bias = 0;
    for (int n = 0; n < N; n++)
      for (int p = 0; p < h * w; p++) bias += grad_out.data[(n * O + o) * h * w + p];
    grad.bias.data[o] = bias;
    for (int c = 0; c < C; c++)
      for (int a = 0; a < kh; a++)
        for (int b = 0; b < kw; b++) {
          double sum = 0;
          for (int n = 0; n < N; n++)
            for (int i = 0; i < h; i++)
              for (int j = 0; j < w; j++) {
                const int row = i * stride - padding + a, column = j * stride - padding + b;
                if (row < 0 || row >= H || column < 0 || column >= W) continue;
                sum += double(grad_out.data[((n * O + o) * h + i) * w + j]) * x.data[((n * C + c) * H + row) * W + column];
              }
          grad.weight.data[((o * C + c) * kh + a) * kw + b] = sum;
        }
  }
  return grad;
}
