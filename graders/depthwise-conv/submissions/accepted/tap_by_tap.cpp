#include "anneal.hpp"

// The kernel's places outermost: each adds its multiple of the shifted plane.
NdArray<float> depthwise_conv(const NdArray<float>& x, const NdArray<float>& weight, int stride, int padding) {
  const int C = x.shape[1], H = x.shape[2], W = x.shape[3], kh = weight.shape[1], kw = weight.shape[2];
  const int h = (H + 2 * padding - kh) / stride + 1, w = (W + 2 * padding - kw) / stride + 1;
  auto out = NdArray<float>::zeros({x.shape[0], C, h, w});
  for (int a = 0; a < kh; a++)
    for (int b = 0; b < kw; b++)
      for (std::size_t at = 0; at < out.data.size(); at++) {
        const int j = at % w, i = at / w % h, plane = at / w / h;
        const int row = i * stride - padding + a, column = j * stride - padding + b;
        if (row < 0 || row >= H || column < 0 || column >= W) continue;
        out.data[at] += weight.data[(plane % C * kh + a) * kw + b] * x.data[(plane * H + row) * W + column];
      }
  return out;
}
