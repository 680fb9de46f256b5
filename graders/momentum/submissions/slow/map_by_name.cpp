#include "anneal.hpp"

#include <map>

struct MomentumResult {
  NdArray<float> params;
  NdArray<float> velocity;
};

// State by the parameter's name, as a framework keeps it.
MomentumResult momentum(const NdArray<float>& params, const NdArray<float>& grads, double lr, double mu,
                        bool nesterov) {
  int steps = grads.shape[0], size = grads.shape[1];
  std::map<std::string, double> velocity;
  MomentumResult result{params, NdArray<float>::zeros(params.shape)};
  for (int t = 0; t < steps; t++) {
    for (int i = 0; i < size; i++) {
      double g = grads.data[t * size + i];
      double& v = velocity["parameter " + std::to_string(i)];
      v = mu * v + g;
      result.params.data[i] -= lr * (nesterov ? g + mu * v : v);
      result.velocity.data[i] = v;
    }
  }
  return result;
}
