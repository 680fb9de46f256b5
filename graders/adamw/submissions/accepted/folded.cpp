#include "anneal.hpp"

struct AdamwResult {
  NdArray<float> params, m, v;
};

// Row by row, in place and in float; the corrections are one rate and one eps a step, as the paper notes for Adam.
AdamwResult adamw(const NdArray<float>& params, const NdArray<float>& grads, double lr, double beta1, double beta2,
                  double eps, double weight_decay) {
  const auto zeros = NdArray<float>::zeros(params.shape);
  AdamwResult state{params, zeros, zeros};
  double power1 = 1, power2 = 1;
  auto g = grads.data.begin();
  while (g != grads.data.end()) {
    power1 *= beta1, power2 *= beta2;
    const double root = std::sqrt(1 - power2), rate = lr * root / (1 - power1);
    for (std::size_t i = 0; i < params.data.size(); i++, ++g) {
      float &theta = state.params.data[i], &m = state.m.data[i], &v = state.v.data[i];
      m += (1 - beta1) * (*g - m);
      v += (1 - beta2) * (double(*g) * *g - v);
      theta = theta * (1 - lr * weight_decay) - rate * m / (std::sqrt(v) + eps * root);
    }
  }
  return state;
}
