#include "anneal.hpp"

// Maximum and sum in one pass, the probabilities in a second.
NdArray<float> softmax(const NdArray<float>& x) {
  const int N = x.shape[0], D = x.shape[1];
  auto out = NdArray<float>::zeros({N, D});
  for (int n = 0; n < N; n++) {
    double best = -INFINITY, sum = 0;
    for (int j = n * D; j < (n + 1) * D; j++) {
      const double next = std::max<double>(best, x.data[j]);
      sum = sum * std::exp(best - next) + std::exp(x.data[j] - next);
      best = next;
    }
    for (int j = n * D; j < (n + 1) * D; j++) out.data[j] = std::exp(x.data[j] - best) / sum;
  }
  return out;
}
