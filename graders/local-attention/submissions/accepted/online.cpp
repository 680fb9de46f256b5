#include "anneal.hpp"

// One pass over the window: the sums are rescaled whenever a larger score comes.
NdArray<float> local_attention(const NdArray<float>& q, const NdArray<float>& k, const NdArray<float>& v, int radius) {
  const int T = q.shape[0], D = q.shape[1], E = v.shape[1];
  auto out = NdArray<float>::zeros({T, E});
  std::vector<double> sums(E);
  for (int t = 0; t < T; t++) {
    double best = -INFINITY, total = 0;
    std::fill(sums.begin(), sums.end(), 0.0);
    for (int s = std::max(0, t - radius); s <= std::min(T - 1, t + radius); s++) {
      double score = 0;
      for (int d = 0; d < D; d++) score += double(q.data[t * D + d]) * k.data[s * D + d];
      score /= std::sqrt(double(D));
      if (score > best) {
        const double shrink = std::exp(best - score);
        total *= shrink;
        for (double& sum : sums) sum *= shrink;
        best = score;
      }
      const double weight = std::exp(score - best);
      total += weight;
      for (int e = 0; e < E; e++) sums[e] += weight * v.data[s * E + e];
    }
    for (int e = 0; e < E; e++) out.data[t * E + e] = sums[e] / total;
  }
  return out;
}
