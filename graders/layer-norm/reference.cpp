#include "anneal.hpp"

/** As F.layer_norm over the last axis: each row with its own mean and biased variance, which is taken about the mean. */
NdArray<float> layer_norm(const NdArray<float>& x, const NdArray<float>& gamma, const NdArray<float>& beta, double eps) {
  const int rows = x.shape[0], width = x.shape[1];
  auto y = NdArray<float>::zeros(x.shape);
  for (int n = 0; n < rows; n++) {
    const float* row = x.data.data() + n * width;
    const double mean = std::accumulate(row, row + width, 0.0) / width;
    double squares = 0;
    for (int d = 0; d < width; d++) squares += (row[d] - mean) * (row[d] - mean);
    const double deviation = std::sqrt(squares / width + eps);
    for (int d = 0; d < width; d++) y.data[n * width + d] = gamma.data[d] * (row[d] - mean) / deviation + beta.data[d];
  }
  return y;
}
