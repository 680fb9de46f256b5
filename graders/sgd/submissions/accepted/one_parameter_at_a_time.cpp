#include "anneal.hpp"

// The parameters do not know of each other: all steps of one, then all of the next.
NdArray<float> sgd(const NdArray<float>& params, const NdArray<float>& grads, double lr, double weight_decay) {
  NdArray<float> result = params;
  const int steps = grads.shape[0], size = grads.shape[1];
  for (int i = 0; i < size; i++) {
    double theta = params.data[i];
    for (int t = 0; t < steps; t++) {
      const double gradient = grads.data[static_cast<std::size_t>(t) * size + i] + weight_decay * theta;
      theta -= lr * gradient;
    }
    result.data[i] = theta;
  }
  return result;
}
