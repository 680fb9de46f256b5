#include "anneal.hpp"

// The windows of one image and group as a matrix, then a product in floats.
NdArray<float> conv2d(const NdArray<float>& x, const NdArray<float>& weight, const NdArray<float>& bias, int stride,
                      int padding, int dilation, int groups) {
  const int N = x.shape[0], C = x.shape[1], H = x.shape[2], W = x.shape[3];
  const int O = weight.shape[0], D = weight.shape[1], kh = weight.shape[2], kw = weight.shape[3];
  const int h = (H + 2 * padding - dilation * (kh - 1) - 1) / stride + 1;
  const int w = (W + 2 * padding - dilation * (kw - 1) - 1) / stride + 1;
  const int pixels = h * w, depth = D * kh * kw;
  NdArray<float> out = NdArray<float>::zeros({N, O, h, w});
  std::vector<float> columns(static_cast<std::size_t>(depth) * pixels);
  for (int n = 0; n < N; n++)
    for (int g = 0; g < groups; g++) {
      float* to = columns.data();
      for (int d = 0; d < D; d++)
        for (int a = 0; a < kh; a++)
          for (int b = 0; b < kw; b++)
            for (int i = 0; i < h; i++)
              for (int j = 0; j < w; j++) {
                const int row = i * stride - padding + a * dilation, column = j * stride - padding + b * dilation;
                const bool inside = row >= 0 && row < H && column >= 0 && column < W;
                *to++ = inside ? x.data[((n * C + g * D + d) * H + row) * W + column] : 0;
              }
      for (int o = g * (O / groups); o < (g + 1) * (O / groups); o++) {
        float* sums = &out.data[static_cast<std::size_t>(n * O + o) * pixels];
        std::fill_n(sums, pixels, bias.data[o]);
        for (int r = 0; r < depth; r++) {
          const float factor = weight.data[o * depth + r];
          for (int p = 0; p < pixels; p++) sums[p] += factor * columns[r * pixels + p];
        }
      }
    }
  return out;
}
