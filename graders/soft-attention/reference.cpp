#include "anneal.hpp"

/** As scaled_dot_product_attention: softmax(q k^T / sqrt(D)) v over the visible keys; a query that sees none gets zeros. */
NdArray<float> soft_attention(const NdArray<float>& q, const NdArray<float>& k, const NdArray<float>& v,
                              const NdArray<std::uint8_t>& mask) {
  const int queries = q.shape[0], width = q.shape[1], keys = v.shape[0], depth = v.shape[1];
  auto out = NdArray<float>::zeros({queries, depth});
  for (int t = 0; t < queries; t++) {
    std::vector<double> scores(keys), sums(depth);
    double highest = -std::numeric_limits<double>::infinity(), total = 0;
    for (int s = 0; s < keys; s++) {
      double dot = 0;
      for (int d = 0; d < width; d++) dot += static_cast<double>(q.data[t * width + d]) * k.data[s * width + d];
      scores[s] = dot / std::sqrt(width);
      if (mask.data[t * keys + s]) highest = std::max(highest, scores[s]);
    }
    for (int s = 0; s < keys; s++) {
      if (!mask.data[t * keys + s]) continue;
      const double weight = std::exp(scores[s] - highest);
      total += weight;
      for (int e = 0; e < depth; e++) sums[e] += weight * v.data[s * depth + e];
    }
    if (total == 0) continue;
    for (int e = 0; e < depth; e++) out.data[t * depth + e] = sums[e] / total;
  }
  return out;
}
