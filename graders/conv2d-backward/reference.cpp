#include "anneal.hpp"

struct Conv2dBackwardResult {
  NdArray<float> x, weight, bias;
};

/** Every product of the forward pass hands its share to its pixel and to its weight. */
Conv2dBackwardResult conv2d_backward(const NdArray<float>& grad_out, const NdArray<float>& x, const NdArray<float>& weight,
                                     int stride, int padding) {
  const int C = x.shape[1], H = x.shape[2], W = x.shape[3], O = weight.shape[0], kh = weight.shape[2], kw = weight.shape[3];
  const int h = grad_out.shape[2], w = grad_out.shape[3];
  Conv2dBackwardResult grad{NdArray<float>::zeros(x.shape), NdArray<float>::zeros(weight.shape), NdArray<float>::zeros({O})};
  for (std::size_t at = 0; at < grad_out.data.size(); at++) {
    const float g = grad_out.data[at];
    const int j = at % w, i = at / w % h, o = at / w / h % O, n = at / w / h / O;
    grad.bias.data[o] += g;
    for (int c = 0; c < C; c++)
      for (int a = 0; a < kh; a++)
        for (int b = 0; b < kw; b++) {
          const int row = i * stride - padding + a, column = j * stride - padding + b;
          if (row < 0 || row >= H || column < 0 || column >= W) continue;
          const int pixel = ((n * C + c) * H + row) * W + column, place = ((o * C + c) * kh + a) * kw + b;
          grad.x.data[pixel] += g * weight.data[place];
          grad.weight.data[place] += g * x.data[pixel];
        }
  }
  return grad;
}
