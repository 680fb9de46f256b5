#include "anneal.hpp"

struct AdamResult {
  NdArray<float> params;
  NdArray<float> m;
  NdArray<float> v;
};

/** Kingma and Ba 2015, Algorithm 1, as torch.optim.Adam computes it: both averages are corrected for their start at zero, eps is added to the root. */
AdamResult adam(const NdArray<float>& params, const NdArray<float>& grads, double lr, double beta1, double beta2,
                double eps) {
  const std::size_t size = params.data.size();
  AdamResult state{params, NdArray<float>::zeros(params.shape), NdArray<float>::zeros(params.shape)};
  for (int t = 1; t <= grads.shape[0]; t++) {
    const double correction1 = 1 - std::pow(beta1, t);
    const double correction2 = 1 - std::pow(beta2, t);
    const float* gradient = grads.data.data() + (t - 1) * size;
    for (std::size_t i = 0; i < size; i++) {
      const double g = gradient[i];
      const double first = beta1 * state.m.data[i] + (1 - beta1) * g;
      const double second = beta2 * state.v.data[i] + (1 - beta2) * g * g;
      state.m.data[i] = static_cast<float>(first);
      state.v.data[i] = static_cast<float>(second);
      state.params.data[i] -= lr * (first / correction1) / (std::sqrt(second / correction2) + eps);
    }
  }
  return state;
}
