#include "anneal.hpp"

// Padded planes and the sum of each window by itself.
NdArray<float> conv2d(NdArray<float> x, NdArray<float> weight, NdArray<float> bias, int stride, int padding, int dilation,
                      int groups) {
  const int planes = x.shape[0] * x.shape[1], H = x.shape[2], W = x.shape[3], ph = H + 2 * padding, pw = W + 2 * padding;
  const int O = weight.shape[0], D = weight.shape[1], kh = weight.shape[2], kw = weight.shape[3];
  std::vector<float> padded(static_cast<std::size_t>(planes) * ph * pw);
  for (int plane = 0; plane < planes; plane++)
    for (int y = 0; y < H; y++)
      std::copy_n(&x.data[(plane * H + y) * W], W, &padded[(plane * ph + y + padding) * pw + padding]);
  const int h = (ph - dilation * (kh - 1) - 1) / stride + 1, w = (pw - dilation * (kw - 1) - 1) / stride + 1;
  NdArray<float> out{{x.shape[0], O, h, w}, {}};
  out.data.reserve(static_cast<std::size_t>(x.shape[0]) * O * h * w);
  for (int n = 0; n < x.shape[0]; n++)
    for (int o = 0; o < O; o++)
      for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++) {
          double sum = bias.data[o];
          for (int d = 0; d < D; d++) {
            const float* plane = &padded[(n * x.shape[1] + o / (O / groups) * D + d) * ph * pw];
            for (int a = 0; a < kh; a++)
              for (int b = 0; b < kw; b++)
                sum += static_cast<double>(weight.data[((o * D + d) * kh + a) * kw + b]) *
                       plane[(i * stride + a * dilation) * pw + j * stride + b * dilation];
          }
          out.data.push_back(sum);
        }
  return out;
}
