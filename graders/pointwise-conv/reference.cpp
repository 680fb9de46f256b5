#include "anneal.hpp"

/** One matrix product for each image; whole planes are added up, so that memory is read in the order in which it lies. */
NdArray<float> pointwise_conv(const NdArray<float>& x, const NdArray<float>& weight) {
  const int images = x.shape[0], channels = x.shape[1], outputs = weight.shape[0];
  const std::size_t pixels = static_cast<std::size_t>(x.shape[2]) * x.shape[3];
  auto out = NdArray<float>::zeros({images, outputs, x.shape[2], x.shape[3]});
  std::vector<double> sums(pixels);
  for (int n = 0; n < images; n++) {
    for (int o = 0; o < outputs; o++) {
      std::fill(sums.begin(), sums.end(), 0.0);
      for (int c = 0; c < channels; c++) {
        const double factor = weight.data[static_cast<std::size_t>(o) * channels + c];
        const float* plane = &x.data[(static_cast<std::size_t>(n) * channels + c) * pixels];
        for (std::size_t p = 0; p < pixels; p++) sums[p] += factor * plane[p];
      }
      std::copy(sums.begin(), sums.end(), &out.data[(static_cast<std::size_t>(n) * outputs + o) * pixels]);
    }
  }
  return out;
}
