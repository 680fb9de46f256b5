#include "anneal.hpp"

namespace {

struct Part {
  double best = -INFINITY, total = 0;
  std::vector<double> sums;
};

Part merged(Part one, const Part& other) {
  const double best = std::max(one.best, other.best);
  const double a = std::exp(one.best - best), b = std::exp(other.best - best);
  one.best = best;
  one.total = a * one.total + b * other.total;
  for (std::size_t e = 0; e < one.sums.size(); e++) one.sums[e] = a * one.sums[e] + b * other.sums[e];
  return one;
}

}  // namespace

// By halves: the keys of each half are summed up by themselves, and the two merged.
NdArray<float> online_softmax_attention(const NdArray<float>& q, const NdArray<float>& k, const NdArray<float>& v, int) {
  const int T = q.shape[0], D = q.shape[1], S = v.shape[0], E = v.shape[1];
  auto out = NdArray<float>::zeros({T, E});
  if (S == 0) return out;
  for (int t = 0; t < T; t++) {
    const std::function<Part(int, int)> of = [&](int from, int to) -> Part {
      if (to - from > 1) return merged(of(from, (from + to) / 2), of((from + to) / 2, to));
      const float* query = &q.data[t * D];
      const double score = std::inner_product(query, query + D, &k.data[from * D], 0.0) / std::sqrt(double(D));
      return {score, 1, std::vector<double>(&v.data[from * E], &v.data[from * E] + E)};
    };
    const Part all = of(0, S);
    for (int e = 0; e < E; e++) out.data[t * E + e] = all.sums[e] / all.total;
  }
  return out;
}
