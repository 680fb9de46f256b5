#include "anneal.hpp"

// From the last step to the first: each earlier gradient counts one factor 1 - lr * weight_decay less.
NdArray<float> sgd(const NdArray<float>& params, const NdArray<float>& grads, double lr, double weight_decay) {
  const std::size_t size = params.data.size();
  std::vector<double> moved(size);
  double left = 1;
  for (int t = grads.shape[0] - 1; t >= 0; t--) {
    for (std::size_t i = 0; i < size; i++) moved[i] += lr * left * grads.data[t * size + i];
    left *= 1 - lr * weight_decay;
  }
  NdArray<float> result = params;
  for (std::size_t i = 0; i < size; i++) result.data[i] = left * params.data[i] - moved[i];
  return result;
}
