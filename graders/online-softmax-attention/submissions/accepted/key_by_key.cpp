#include "anneal.hpp"

// Blocks of one key: the sums are rescaled whenever a larger score comes.
NdArray<float> online_softmax_attention(const NdArray<float>& q, const NdArray<float>& k, const NdArray<float>& v, int) {
  const int T = q.shape[0], D = q.shape[1], S = v.shape[0], E = v.shape[1];
  auto out = NdArray<float>::zeros({T, E});
  for (int t = 0; t < T; t++) {
    double best = -INFINITY, total = 0;
    std::vector<double> sums(E, 0.0);
    for (int s = 0; s < S; s++) {
      double score = 0;
      for (int d = 0; d < D; d++) score += double(q.data[t * D + d]) * k.data[s * D + d];
      score /= std::sqrt(double(D));
      const double next = std::max(best, score), shrink = std::exp(best - next), weight = std::exp(score - next);
      total = total * shrink + weight;
      for (int e = 0; e < E; e++) sums[e] = sums[e] * shrink + weight * v.data[s * E + e];
      best = next;
    }
    for (int e = 0; e < E && S > 0; e++) out.data[t * E + e] = sums[e] / total;
  }
  return out;
}
