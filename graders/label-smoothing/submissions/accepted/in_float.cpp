#include "anneal.hpp"

// In float, one pass over a row: maximum, sum of powers and sum of logits together.
double label_smoothing(const NdArray<float>& logits, const NdArray<int>& labels, double epsilon) {
  const int c = logits.shape[1];
  float total = 0;
  for (std::size_t i = 0; i < labels.data.size(); i++) {
    const float* z = logits.data.data() + i * c;
    float top = z[0], powers = 1, sum = z[0];
    for (int k = 1; k < c; k++) {
      if (z[k] > top) powers = powers * std::exp(top - z[k]) + 1;
      else powers += std::exp(z[k] - top);
      top = std::max(top, z[k]);
      sum += z[k];
    }
    total += std::log(powers) + float(1 - epsilon) * (top - z[labels.data[i]]) + float(epsilon) * (top - sum / c);
  }
  return total / labels.data.size();
}
