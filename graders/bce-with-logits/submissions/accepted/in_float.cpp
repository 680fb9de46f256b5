#include "anneal.hpp"

struct BceWithLogitsResult {
  double loss;
  NdArray<float> grad;
};

// In float, with the hyperbolic tangent for the sigmoid.
BceWithLogitsResult bce_with_logits(const NdArray<float>& logits, const NdArray<float>& targets) {
  const float n = logits.data.size();
  NdArray<float> grad = NdArray<float>::zeros(logits.shape);
  float sum = 0;
  for (std::size_t i = 0; i < logits.data.size(); i++) {
    const float x = logits.data[i], t = targets.data[i];
    sum += std::fmax(x, 0.0f) - x * t + std::log1p(std::exp(-std::fabs(x)));
    grad.data[i] = (0.5f + 0.5f * std::tanh(0.5f * x) - t) / n;
  }
  return {sum / n, grad};
}
