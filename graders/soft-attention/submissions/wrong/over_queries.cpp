// diagnosis: softmax-over-columns
#include "anneal.hpp"

NdArray<float> soft_attention(const NdArray<float>& q, const NdArray<float>& k, const NdArray<float>& v,
                              const NdArray<std::uint8_t>& mask) {
  const int T = q.shape[0], D = q.shape[1], S = v.shape[0], E = v.shape[1];
  auto out = NdArray<float>::zeros({T, E});
  std::vector<double> scores(T);
  for (int s = 0; s < S; s++) {
    double best = -INFINITY, total = 0;
    for (int t = 0; t < T; t++) {
      scores[t] = -INFINITY;
      if (!mask.data[t * S + s]) continue;
      scores[t] = 0;
      for (int d = 0; d < D; d++) scores[t] += double(q.data[t * D + d]) * k.data[s * D + d];
      scores[t] /= std::sqrt(double(D));
      best = std::max(best, scores[t]);
    }
    if (std::isinf(best)) continue;
    for (double& score : scores) total += score = std::exp(score - best);
    for (int t = 0; t < T; t++)
      for (int e = 0; e < E; e++) out.data[t * E + e] += scores[t] / total * v.data[s * E + e];
  }
  return out;
}
