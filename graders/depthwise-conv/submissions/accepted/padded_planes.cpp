#include "anneal.hpp"

// A padded copy of each plane, and one inner product for each row of the kernel.
NdArray<float> depthwise_conv(NdArray<float> x, NdArray<float> weight, int stride, int padding) {
  const int C = x.shape[1], H = x.shape[2], W = x.shape[3], kh = weight.shape[1], kw = weight.shape[2];
  const int ph = H + 2 * padding, pw = W + 2 * padding;
  NdArray<float> out{{x.shape[0], C, (ph - kh) / stride + 1, (pw - kw) / stride + 1}, {}};
  for (int plane = 0; plane < x.shape[0] * C; plane++) {
    std::vector<float> padded(ph * pw);
    for (int y = 0; y < H; y++)
      std::copy_n(x.data.begin() + (plane * H + y) * W, W, padded.begin() + (y + padding) * pw + padding);
    const auto kernel = weight.data.begin() + plane % C * kh * kw;
    for (int top = 0; top + kh <= ph; top += stride)
      for (int left = 0; left + kw <= pw; left += stride) {
        float sum = 0;
        for (int a = 0; a < kh; a++)
          sum = std::inner_product(kernel + a * kw, kernel + (a + 1) * kw, padded.begin() + (top + a) * pw + left, sum);
        out.data.push_back(sum);
      }
  }
  return out;
}
