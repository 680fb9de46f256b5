#include "anneal.hpp"

struct BceWithLogitsResult {
  double loss;
  NdArray<float> grad;
};

static double softplus(double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

// A share t of softplus(-x) and a share 1 - t of softplus(x).
BceWithLogitsResult bce_with_logits(const NdArray<float>& logits, const NdArray<float>& targets) {
  const int n = logits.shape[0];
  BceWithLogitsResult r{0, targets};
  for (int i = 0; i < n; i++) {
    const double x = logits.data[i], t = targets.data[i];
    r.loss += t * softplus(-x) + (1 - t) * softplus(x);
    r.grad.data[i] = (std::exp(-softplus(-x)) - t) / n;
  }
  r.loss /= n;
  return r;
}
