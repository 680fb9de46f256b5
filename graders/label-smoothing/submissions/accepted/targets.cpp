#include "anneal.hpp"

// The log-softmax of a row, then a product with its targets.
double label_smoothing(const NdArray<float>& logits, const NdArray<int>& labels, double epsilon) {
  const int n = logits.shape[0], c = logits.shape[1];
  double total = 0;
  for (int i = 0; i < n; i++) {
    std::vector<double> log_p(logits.data.begin() + i * c, logits.data.begin() + (i + 1) * c);
    const double top = *std::max_element(log_p.begin(), log_p.end());
    double sum = 0;
    for (double& z : log_p) {
      z -= top;
      sum += std::exp(z);
    }
    std::vector<double> target(c, epsilon / c);
    target[labels.data[i]] += 1 - epsilon;
    for (int k = 0; k < c; k++) total += target[k] * (std::log(sum) - log_p[k]);
  }
  return total / n;
}
