#include "anneal.hpp"

struct FocalLossResult {
  double loss = 0;
  NdArray<float> grad;
};

// In float, positives and negatives summed apart and weighed at the end.
FocalLossResult focal_loss(const NdArray<float>& logits, const NdArray<float>& targets, double alpha, double gamma) {
  const float weights[2] = {alpha < 0 ? 1.0f : float(1 - alpha), alpha < 0 ? 1.0f : float(alpha)};
  float sums[2] = {0, 0};
  FocalLossResult result;
  result.grad = NdArray<float>::zeros(logits.shape);
  for (std::size_t i = 0; i < logits.data.size(); i++) {
    const int y = targets.data[i] > 0.5f;
    const float u = y ? logits.data[i] : -logits.data[i];
    const float e = std::exp(-std::fabs(u));
    const float near = 1 / (1 + e), far = e / (1 + e);
    const float pt = u >= 0 ? near : far, q = u >= 0 ? far : near;
    const float ce = std::fmax(-u, 0.0f) + std::log1p(e);
    const float factor = std::pow(q, float(gamma));
    sums[y] += factor * ce;
    const float slope = weights[y] * factor * (q + float(gamma) * pt * ce) / float(logits.data.size());
    result.grad.data[i] = y ? -slope : slope;
  }
  result.loss = (weights[0] * sums[0] + weights[1] * sums[1]) / double(logits.data.size());
  return result;
}
