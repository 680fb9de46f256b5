#include "anneal.hpp"

struct FocalLossResult {
  double loss;
  NdArray<float> grad;
};

static double log1pexp(double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

// A function of the margin and its derivative; a positive has the margin x, a negative -x.
FocalLossResult focal_loss(const NdArray<float>& logits, const NdArray<float>& targets, double alpha, double gamma) {
  const int n = logits.shape[0];
  FocalLossResult result{0, logits};
  for (int i = 0; i < n; i++) {
    const double y = targets.data[i];
    const double margin = (2 * y - 1) * logits.data[i];
    const double nll = log1pexp(-margin);
    const double wrong = std::exp(-log1pexp(margin)), right = std::exp(-nll);
    const double weight = alpha < 0 ? 1 : y * alpha + (1 - y) * (1 - alpha);
    const double factor = weight * std::pow(wrong, gamma);
    result.loss += factor * nll;
    result.grad.data[i] = (1 - 2 * y) * factor * (wrong + gamma * right * nll) / n;
  }
  result.loss /= n;
  return result;
}
