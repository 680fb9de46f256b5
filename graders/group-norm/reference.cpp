#include "anneal.hpp"

/** As torch.nn.functional.group_norm: in memory a group of a sample is one run of values, with its own mean and biased variance. */
NdArray<float> group_norm(const NdArray<float>& x, int groups, const NdArray<float>& gamma, const NdArray<float>& beta,
                          double eps) {
  const int channels = x.shape[1], plane = x.shape[2] * x.shape[3], size = channels / groups * plane;
  NdArray<float> y = NdArray<float>::zeros(x.shape);
  for (std::size_t start = 0; start < x.data.size(); start += size) {
    double mean = 0, squares = 0;
    for (std::size_t i = start; i < start + size; i++) mean += double(x.data[i]) / size;
    for (std::size_t i = start; i < start + size; i++) squares += (x.data[i] - mean) * (x.data[i] - mean);
    const double deviation = std::sqrt(squares / size + eps);
    for (std::size_t i = start; i < start + size; i++) {
      const std::size_t channel = i / plane % channels;
      y.data[i] = gamma.data[channel] * (x.data[i] - mean) / deviation + beta.data[channel];
    }
  }
  return y;
}
