#include "anneal.hpp"

// The soft sample always, in f32, hardened afterwards.
NdArray<float> hard_attention(const NdArray<float>& logits, const NdArray<float>& gumbel, double tau, bool hard) {
  const int T = logits.shape[0], S = logits.shape[1];
  NdArray<float> y = logits;
  for (int t = 0; t < T; t++) {
    float* row = y.data.data() + t * S;
    for (int s = 0; s < S; s++) row[s] = (row[s] + gumbel.data[t * S + s]) / static_cast<float>(tau);
    const float best = *std::max_element(row, row + S);
    float total = 0;
    for (int s = 0; s < S; s++) total += row[s] = std::exp(row[s] - best);
    for (int s = 0; s < S; s++) row[s] /= total;
    if (!hard) continue;
    const int winner = std::max_element(row, row + S) - row;
    std::fill(row, row + S, 0.0f);
    row[winner] = 1;
  }
  return y;
}
