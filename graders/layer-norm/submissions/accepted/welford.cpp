#include "anneal.hpp"

// Mean and variance in one pass, as Welford has it.
NdArray<float> layer_norm(const NdArray<float>& x, const NdArray<float>& gamma, const NdArray<float>& beta, double eps) {
  const int N = x.shape[0], D = x.shape[1];
  NdArray<float> y = x;
  for (int n = 0; n < N; n++) {
    double mean = 0, squares = 0;
    for (int d = 0; d < D; d++) {
      const double step = x.data[n * D + d] - mean;
      mean += step / (d + 1);
      squares += step * (x.data[n * D + d] - mean);
    }
    for (int d = 0; d < D; d++)
      y.data[n * D + d] = (x.data[n * D + d] - mean) / std::sqrt(squares / D + eps) * gamma.data[d] + beta.data[d];
  }
  return y;
}
