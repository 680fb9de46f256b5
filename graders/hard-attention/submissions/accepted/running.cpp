#include "anneal.hpp"

// One pass for maximum and sum together: the sum is rescaled whenever a larger number comes.
NdArray<float> hard_attention(const NdArray<float>& logits, const NdArray<float>& gumbel, double tau, bool hard) {
  const int T = logits.shape[0], S = logits.shape[1];
  auto out = NdArray<float>::zeros({T, S});
  for (int t = 0; t < T; t++) {
    double best = -INFINITY, total = 0;
    int winner = 0;
    const auto at = [&](int s) { return (double(logits.data[t * S + s]) + gumbel.data[t * S + s]) / tau; };
    for (int s = 0; s < S; s++) {
      if (at(s) > best) {
        total *= std::exp(best - at(s));
        best = at(s);
        winner = s;
      }
      total += std::exp(at(s) - best);
    }
    for (int s = 0; s < S; s++) out.data[t * S + s] = hard ? s == winner : std::exp(at(s) - best) / total;
  }
  return out;
}
