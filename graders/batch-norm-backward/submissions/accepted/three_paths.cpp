#include "anneal.hpp"

struct BatchNormBackwardResult {
  NdArray<float> x, gamma, beta;
};

// The three paths written out and added.
BatchNormBackwardResult batch_norm_backward(const NdArray<float>& grad_out, const NdArray<float>& x,
                                            const NdArray<float>& gamma, double eps) {
  const int N = x.shape[0], D = x.shape[1];
  BatchNormBackwardResult r{NdArray<float>::zeros(x.shape), NdArray<float>::zeros(gamma.shape),
                            NdArray<float>::zeros(gamma.shape)};
  std::vector<double> centred(N);
  for (int d = 0; d < D; d++) {
    double mean = 0, var = 0;
    for (int n = 0; n < N; n++) mean += x.data[n * D + d];
    mean /= N;
    for (int n = 0; n < N; n++) {
      centred[n] = x.data[n * D + d] - mean;
      var += centred[n] * centred[n];
    }
    var /= N;
    const double s2 = var + eps, s = std::sqrt(s2);
    double to_var = 0, to_mean = 0, dgamma = 0, dbeta = 0;
    for (int n = 0; n < N; n++) {
      const double g = grad_out.data[n * D + d];
      dbeta += g;
      dgamma += g * centred[n] / s;
      to_var -= gamma.data[d] * g * centred[n] / (2 * s * s2);
      to_mean -= gamma.data[d] * g / s;
    }
    for (int n = 0; n < N; n++)
      r.x.data[n * D + d] = gamma.data[d] * grad_out.data[n * D + d] / s + to_var * 2 * centred[n] / N + to_mean / N;
    r.gamma.data[d] = dgamma;
    r.beta.data[d] = dbeta;
  }
  return r;
}
