// diagnosis: only-m-corrected
#include "anneal.hpp"

struct AdamResult {
  NdArray<float> params;
  NdArray<float> m;
  NdArray<float> v;
};

AdamResult adam(const NdArray<float>& params, const NdArray<float>& grads, double lr, double beta1, double beta2,
                double eps) {
  int steps = grads.shape[0], size = grads.shape[1];
  AdamResult out{params, NdArray<float>::zeros({size}), NdArray<float>::zeros({size})};
  for (int t = 1; t <= steps; t++) {
    for (int i = 0; i < size; i++) {
      double g = grads.data[(t - 1) * size + i];
      out.m.data[i] = beta1 * out.m.data[i] + (1 - beta1) * g;
      out.v.data[i] = beta2 * out.v.data[i] + (1 - beta2) * g * g;
      double m_hat = out.m.data[i] / (1 - std::pow(beta1, t));
      out.params.data[i] -= lr * m_hat / (std::sqrt(out.v.data[i]) + eps);
    }
  }
  return out;
}
