#include "anneal.hpp"

// In f32, with the query scaled once and the weights of a window in an array of their own.
NdArray<float> local_attention(NdArray<float> q, const NdArray<float>& k, const NdArray<float>& v, int radius) {
  const int T = q.shape[0], D = q.shape[1], E = v.shape[1];
  for (float& x : q.data) x /= std::sqrt(static_cast<float>(D));
  auto out = NdArray<float>::zeros({T, E});
  std::vector<float> weights;
  for (int t = 0; t < T; t++) {
    const int first = std::max(0, t - radius), end = std::min(T, t + radius + 1);
    weights.assign(end - first, 0);
    for (int s = first; s < end; s++)
      for (int d = 0; d < D; d++) weights[s - first] += q.data[t * D + d] * k.data[s * D + d];
    const float best = *std::max_element(weights.begin(), weights.end());
    float total = 0;
    for (float& weight : weights) total += weight = std::exp(weight - best);
    for (int s = first; s < end; s++)
      for (int e = 0; e < E; e++) out.data[t * E + e] += weights[s - first] / total * v.data[s * E + e];
  }
  return out;
}
