#include "anneal.hpp"

struct CrossEntropyResult {
  double loss;
  NdArray<float> grad;
};

// One pass over a row (Milakov and Gimelshein 2018): the sum is rescaled whenever the maximum grows.
CrossEntropyResult cross_entropy(const NdArray<float>& logits, const NdArray<int>& labels) {
  const int n = logits.shape[0], c = logits.shape[1];
  NdArray<float> grad = NdArray<float>::zeros(logits.shape);
  double loss = 0;
  for (int i = 0; i < n; i++) {
    const float* z = logits.data.data() + i * c;
    double m = z[0], sum = 1;
    for (int k = 1; k < c; k++) {
      if (z[k] > m) {
        sum = sum * std::exp(m - z[k]) + 1;
        m = z[k];
      } else {
        sum += std::exp(z[k] - m);
      }
    }
    const double lse = m + std::log(sum);
    loss += lse - z[labels.data[i]];
    for (int k = 0; k < c; k++) grad.data[i * c + k] = std::exp(z[k] - lse) / n;
    grad.data[i * c + labels.data[i]] -= 1.0 / n;
  }
  return {loss / n, grad};
}
