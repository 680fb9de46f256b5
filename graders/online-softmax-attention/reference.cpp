#include "anneal.hpp"

/** Softmax attention with a running maximum and two running sums for a query (Milakov and Gimelshein 2018): memory O(block). */
NdArray<float> online_softmax_attention(const NdArray<float>& q, const NdArray<float>& k, const NdArray<float>& v,
                                        int block) {
  const int queries = q.shape[0], width = q.shape[1], keys = v.shape[0], depth = v.shape[1];
  auto out = NdArray<float>::zeros({queries, depth});
  std::vector<double> scores(block), sums(depth);
  for (int t = 0; t < queries; t++) {
    double highest = -std::numeric_limits<double>::infinity(), total = 0;
    std::fill(sums.begin(), sums.end(), 0.0);
    for (int start = 0; start < keys; start += block) {
      const int count = std::min(block, keys - start);
      const double before = highest;
      for (int at = 0; at < count; at++) {
        const float *query = &q.data[t * width], *key = &k.data[(start + at) * width];
        scores[at] = std::inner_product(query, query + width, key, 0.0) / std::sqrt(width);
        highest = std::max(highest, scores[at]);
      }
      const double shrink = std::exp(before - highest);
      total *= shrink;
      for (double& sum : sums) sum *= shrink;
      for (int at = 0; at < count; at++) {
        const double weight = std::exp(scores[at] - highest);
        total += weight;
        for (int e = 0; e < depth; e++) sums[e] += weight * v.data[(start + at) * depth + e];
      }
    }
    if (keys == 0) continue;
    for (int e = 0; e < depth; e++) out.data[t * depth + e] = sums[e] / total;
  }
  return out;
}
