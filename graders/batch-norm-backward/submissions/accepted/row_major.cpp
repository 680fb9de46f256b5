#include "anneal.hpp"

struct BatchNormBackwardResult {
  NdArray<float> x, gamma, beta;
};

// Row by row through the matrix, with an array of sums for each column, in float.
BatchNormBackwardResult batch_norm_backward(const NdArray<float>& grad_out, const NdArray<float>& x,
                                            const NdArray<float>& gamma, double eps) {
  const int N = x.shape[0], D = x.shape[1];
  std::vector<float> mean(D), inverse(D);
  BatchNormBackwardResult r{x, NdArray<float>::zeros({D}), NdArray<float>::zeros({D})};
  for (int i = 0; i < N * D; i++) mean[i % D] += x.data[i];
  for (float& m : mean) m /= N;
  for (int i = 0; i < N * D; i++) inverse[i % D] += (x.data[i] - mean[i % D]) * (x.data[i] - mean[i % D]);
  for (float& v : inverse) v = 1 / std::sqrt(v / N + float(eps));
  for (int i = 0; i < N * D; i++) {
    r.x.data[i] = (x.data[i] - mean[i % D]) * inverse[i % D];
    r.beta.data[i % D] += grad_out.data[i];
    r.gamma.data[i % D] += grad_out.data[i] * r.x.data[i];
  }
  for (int i = 0; i < N * D; i++) {
    const int d = i % D;
    r.x.data[i] = gamma.data[d] * inverse[d] / N * (N * grad_out.data[i] - r.beta.data[d] - r.x.data[i] * r.gamma.data[d]);
  }
  return r;
}
