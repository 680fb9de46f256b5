#include "anneal.hpp"

// The channels of one pixel side by side, then one inner product for each output channel.
NdArray<float> pointwise_conv(NdArray<float> x, NdArray<float> weight) {
  int channels = x.shape[1], pixels = x.shape[2] * x.shape[3], outputs = weight.shape[0];
  std::vector<int> shape = x.shape;
  shape[1] = outputs;
  auto out = NdArray<float>::zeros(shape);
  std::vector<float> moved(static_cast<std::size_t>(channels) * pixels);
  for (int n = 0; n < x.shape[0]; n++) {
    const float* image = x.data.data() + static_cast<std::size_t>(n) * channels * pixels;
    for (int c = 0; c < channels; c++)
      for (int p = 0; p < pixels; p++) moved[static_cast<std::size_t>(p) * channels + c] = image[c * pixels + p];
    for (int p = 0; p < pixels; p++) {
      const float* pixel = &moved[static_cast<std::size_t>(p) * channels];
      for (int o = 0; o < outputs; o++) {
        const float* row = &weight.data[static_cast<std::size_t>(o) * channels];
        double even = 0, odd = 0;
        int c = 0;
        for (; c + 1 < channels; c += 2) {
          even += row[c] * pixel[c];
          odd += row[c + 1] * pixel[c + 1];
        }
        if (c < channels) even += row[c] * pixel[c];
        out.data[(static_cast<std::size_t>(n) * outputs + o) * pixels + p] = even + odd;
      }
    }
  }
  return out;
}
