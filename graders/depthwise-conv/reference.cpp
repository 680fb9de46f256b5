#include "anneal.hpp"

/** Of each window the part that lies inside the image: zeros of the padding add nothing. */
NdArray<float> depthwise_conv(const NdArray<float>& x, const NdArray<float>& weight, int stride, int padding) {
  const int channels = x.shape[1], height = x.shape[2], width = x.shape[3], kh = weight.shape[1], kw = weight.shape[2];
  const int out_height = (height + 2 * padding - kh) / stride + 1, out_width = (width + 2 * padding - kw) / stride + 1;
  auto out = NdArray<float>::zeros({x.shape[0], channels, out_height, out_width});
  float* result = out.data.data();
  for (int plane = 0; plane < x.shape[0] * channels; plane++) {
    const float* values = &x.data[static_cast<std::size_t>(plane) * height * width];
    const float* kernel = &weight.data[plane % channels * kh * kw];
    for (int i = 0; i < out_height; i++)
      for (int j = 0; j < out_width; j++) {
        double sum = 0;
        for (int a = 0; a < kh; a++) {
          const int row = i * stride - padding + a;
          if (row < 0 || row >= height) continue;
          for (int b = 0; b < kw; b++) {
            const int column = j * stride - padding + b;
            if (column >= 0 && column < width) sum += static_cast<double>(kernel[a * kw + b]) * values[row * width + column];
          }
        }
        *result++ = sum;
      }
  }
  return out;
}
