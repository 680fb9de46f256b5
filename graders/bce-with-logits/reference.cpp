#include "anneal.hpp"

struct BceWithLogitsResult {
  double loss;
  NdArray<float> grad;
};

/** As torch.nn.functional.binary_cross_entropy_with_logits: max(x, 0) - x t + log(1 + exp(-|x|)), whose derivative is p - t. */
BceWithLogitsResult bce_with_logits(const NdArray<float>& logits, const NdArray<float>& targets) {
  const std::size_t size = logits.data.size();
  BceWithLogitsResult result{0, NdArray<float>::zeros(logits.shape)};
  for (std::size_t i = 0; i < size; i++) {
    const double x = logits.data[i], t = targets.data[i];
    result.loss += (std::max(x, 0.0) - x * t + std::log1p(std::exp(-std::abs(x)))) / size;
    result.grad.data[i] = (1 / (1 + std::exp(-x)) - t) / size;
  }
  return result;
}
