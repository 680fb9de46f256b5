#include "anneal.hpp"

struct CrossEntropyResult {
  double loss;
  NdArray<float> grad;
};

// Three passes over a row, all in float.
CrossEntropyResult cross_entropy(const NdArray<float>& logits, const NdArray<int>& labels) {
  const int n = logits.shape[0], c = logits.shape[1];
  CrossEntropyResult r{0, logits};
  float loss = 0;
  for (int i = 0; i < n; i++) {
    const auto row = r.grad.data.begin() + i * c;
    const float m = *std::max_element(row, row + c);
    const float right = row[labels.data[i]] - m;
    std::transform(row, row + c, row, [m](float z) { return std::exp(z - m); });
    const float total = std::accumulate(row, row + c, 0.0f);
    loss += std::log(total) - right;
    std::transform(row, row + c, row, [&](float e) { return e / total / n; });
    row[labels.data[i]] -= 1.0f / n;
  }
  r.loss = loss / n;
  return r;
}
