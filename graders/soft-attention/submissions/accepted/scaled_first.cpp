#include "anneal.hpp"

// Scales the query first, in f32, and keeps the weights of all keys, the hidden ones 0.
NdArray<float> soft_attention(NdArray<float> q, const NdArray<float>& k, const NdArray<float>& v,
                              const NdArray<std::uint8_t>& mask) {
  const int T = q.shape[0], D = q.shape[1], S = v.shape[0], E = v.shape[1];
  for (float& x : q.data) x /= std::sqrt(static_cast<float>(D));
  auto out = NdArray<float>::zeros({T, E});
  std::vector<float> weights(S);
  for (int t = 0; t < T; t++) {
    float best = -INFINITY, total = 0;
    for (int s = 0; s < S; s++) {
      weights[s] = mask.data[t * S + s] ? std::inner_product(&q.data[t * D], &q.data[t * D] + D, &k.data[s * D], 0.0f) : -INFINITY;
      best = std::max(best, weights[s]);
    }
    if (std::isinf(best)) continue;
    for (float& weight : weights) total += weight = std::exp(weight - best);
    for (int s = 0; s < S; s++)
      for (int e = 0; e < E; e++) out.data[t * E + e] += weights[s] / total * v.data[s * E + e];
  }
  return out;
}
