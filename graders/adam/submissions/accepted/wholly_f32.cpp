#include "anneal.hpp"

struct AdamResult {
  NdArray<float> params;
  NdArray<float> m;
  NdArray<float> v;
};

// float throughout, 1 - beta too; only the powers of the corrections are left in double, from the exact betas.
AdamResult adam(const NdArray<float>& params, const NdArray<float>& grads, double lr, double beta1, double beta2,
                double eps) {
  const int steps = grads.shape[0], size = grads.shape[1];
  const float a = lr, b1 = beta1, b2 = beta2, e = eps;
  AdamResult state{params, NdArray<float>::zeros(params.shape), NdArray<float>::zeros(params.shape)};
  for (int t = 1; t <= steps; t++) {
    const float c1 = 1 - std::pow(beta1, t), c2 = 1 - std::pow(beta2, t);
    for (int i = 0; i < size; i++) {
      const float g = grads.data[static_cast<std::size_t>(t - 1) * size + i];
      float &m = state.m.data[i], &v = state.v.data[i];
      m = b1 * m + (1 - b1) * g;
      v = b2 * v + (1 - b2) * g * g;
      state.params.data[i] -= a * (m / c1) / (std::sqrt(v / c2) + e);
    }
  }
  return state;
}
