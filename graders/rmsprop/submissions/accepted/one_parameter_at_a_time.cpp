#include "anneal.hpp"

struct RmspropResult {
  NdArray<float> square_avg, params;
};

// All steps of one parameter before the next; the first step apart, where the average is a share of one square.
RmspropResult rmsprop(const NdArray<float>& params, const NdArray<float>& grads, double lr, double alpha, double eps) {
  const int steps = grads.shape[0], size = grads.shape[1];
  RmspropResult result{NdArray<float>::zeros(params.shape), params};
  if (steps == 0) return result;
  for (int i = 0; i < size; i++) {
    double g = grads.data[i], average = (1 - alpha) * g * g;
    double theta = params.data[i] - lr * g / (std::sqrt(1 - alpha) * std::abs(g) + eps);
    for (int t = 1; t < steps; t++) {
      g = grads.data[static_cast<std::size_t>(t) * size + i];
      average += (1 - alpha) * (g * g - average);
      theta -= lr * g / (std::sqrt(average) + eps);
    }
    result.square_avg.data[i] = average;
    result.params.data[i] = theta;
  }
  return result;
}
