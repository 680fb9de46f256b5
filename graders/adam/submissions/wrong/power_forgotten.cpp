// diagnosis: correction-without-power
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
  for (int t = 0; t < steps; t++) {
    for (int i = 0; i < size; i++) {
      double g = grads.data[t * size + i];
      out.m.data[i] = beta1 * out.m.data[i] + (1 - beta1) * g;
      out.v.data[i] = beta2 * out.v.data[i] + (1 - beta2) * g * g;
      out.params.data[i] -= lr * (out.m.data[i] / (1 - beta1)) / (std::sqrt(out.v.data[i] / (1 - beta2)) + eps);
    }
  }
  return out;
}
