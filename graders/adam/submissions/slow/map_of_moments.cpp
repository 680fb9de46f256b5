#include "anneal.hpp"

#include <map>

struct AdamResult {
  NdArray<float> params;
  NdArray<float> m;
  NdArray<float> v;
};

// State by parameter in a map, as a framework keeps it by name.
AdamResult adam(const NdArray<float>& params, const NdArray<float>& grads, double lr, double beta1, double beta2,
                double eps) {
  int steps = grads.shape[0], size = grads.shape[1];
  std::map<int, std::map<std::string, double>> state;
  NdArray<float> updated = params;
  for (int t = 1; t <= steps; t++) {
    for (int i = 0; i < size; i++) {
      double g = grads.data[(t - 1) * size + i];
      auto& moments = state[i];
      moments["m"] = beta1 * moments["m"] + (1 - beta1) * g;
      moments["v"] = beta2 * moments["v"] + (1 - beta2) * g * g;
      double m_hat = moments["m"] / (1 - std::pow(beta1, t));
      double v_hat = moments["v"] / (1 - std::pow(beta2, t));
      updated.data[i] -= lr * m_hat / (std::sqrt(v_hat) + eps);
    }
  }
  NdArray<float> m = NdArray<float>::zeros(params.shape), v = m;
  for (auto& [i, moments] : state) {
    m.data[i] = moments["m"];
    v.data[i] = moments["v"];
  }
  return {updated, m, v};
}
