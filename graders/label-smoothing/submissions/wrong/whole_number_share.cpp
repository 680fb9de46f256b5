// diagnosis: share-in-whole-numbers
#include "anneal.hpp"
double label_smoothing(const NdArray<float>& logits, const NdArray<int>& labels, double epsilon) {
  int N = logits.shape[0], C = logits.shape[1]; double total = 0;
  for (int i = 0; i < N; ++i) {
    const float* z = &logits.data[i * C];
    double m = *std::max_element(z, z + C), s = 0;
    for (int c = 0; c < C; ++c) s += std::exp(z[c] - m);
    double lse = m + std::log(s);
    for (int c = 0; c < C; ++c) {
      double t = epsilon * (1 / C);
      if (c == labels.data[i]) t += 1 - epsilon;
      total -= t * (z[c] - lse);
    }
  }
  return total / N;
}
