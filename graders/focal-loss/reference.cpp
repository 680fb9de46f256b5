#include "anneal.hpp"

struct FocalLossResult {
  double loss;
  NdArray<float> grad;
};

/** As torchvision.ops.sigmoid_focal_loss(reduction="mean"), from the logit alone: u is how far it lies on the right side. */
FocalLossResult focal_loss(const NdArray<float>& logits, const NdArray<float>& targets, double alpha, double gamma) {
  const std::size_t size = logits.data.size();
  FocalLossResult result{0, NdArray<float>::zeros(logits.shape)};
  for (std::size_t i = 0; i < size; i++) {
    const bool is_positive = targets.data[i] == 1;
    const double u = is_positive ? logits.data[i] : -logits.data[i];
    const double weight = alpha < 0 ? 1 : is_positive ? alpha : 1 - alpha;
    const double wrong = 1 / (1 + std::exp(u));  // 1 - p_t, exact also where p_t rounds to 1
    const double entropy = std::max(-u, 0.0) + std::log1p(std::exp(-std::abs(u)));  // -ln p_t
    const double scale = weight * std::pow(wrong, gamma) / size;
    result.loss += scale * entropy;
    const double slope = -scale * (gamma * (1 - wrong) * entropy + wrong);
    result.grad.data[i] = is_positive ? slope : -slope;
  }
  return result;
}
