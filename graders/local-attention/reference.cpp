#include "anneal.hpp"

/** Attention of each position to those at most `radius` away: only the scores in that band are computed, O(T radius D). */
NdArray<float> local_attention(const NdArray<float>& q, const NdArray<float>& k, const NdArray<float>& v, int radius) {
  const int length = q.shape[0], width = q.shape[1], depth = v.shape[1];
  auto out = NdArray<float>::zeros({length, depth});
  std::vector<double> weights(length), sums(depth);
  for (int t = 0; t < length; t++) {
    const int first = std::max(0, t - radius), last = std::min(length - 1, t + radius);
    double highest = -std::numeric_limits<double>::infinity(), total = 0;
    for (int s = first; s <= last; s++) {
      double dot = 0;
      for (int d = 0; d < width; d++) dot += static_cast<double>(q.data[t * width + d]) * k.data[s * width + d];
      weights[s] = dot / std::sqrt(width);
      highest = std::max(highest, weights[s]);
    }
    std::fill(sums.begin(), sums.end(), 0.0);
    for (int s = first; s <= last; s++) {
      const double weight = std::exp(weights[s] - highest);
      total += weight;
      for (int e = 0; e < depth; e++) sums[e] += weight * v.data[s * depth + e];
    }
    for (int e = 0; e < depth; e++) out.data[t * depth + e] = sums[e] / total;
  }
  return out;
}
