#include "anneal.hpp"

struct AdamResult {
  NdArray<float> v, m, params;
};

// The parameters do not know of each other: all steps of one, then all of the next. Rate and corrections are one factor a step.
AdamResult adam(const NdArray<float>& params, const NdArray<float>& grads, double lr, double beta1, double beta2,
                double eps) {
  const int steps = grads.shape[0], size = grads.shape[1];
  std::vector<double> rate(steps), root(steps);
  for (int t = 0; t < steps; t++) {
    root[t] = std::sqrt(1 - std::pow(beta2, t + 1));
    rate[t] = lr * root[t] / (1 - std::pow(beta1, t + 1));
  }
  AdamResult result;
  result.params = result.m = result.v = params;
  for (int i = 0; i < size; i++) {
    double theta = params.data[i], m = 0, v = 0;
    for (int t = 0; t < steps; t++) {
      double g = grads.data[static_cast<std::size_t>(t) * size + i];
      m += (1 - beta1) * (g - m);
      v += (1 - beta2) * (g * g - v);
      theta -= rate[t] * m / (std::sqrt(v) + eps * root[t]);
    }
    result.params.data[i] = theta;
    result.m.data[i] = m;
    result.v.data[i] = v;
  }
  return result;
}
