#include "anneal.hpp"

/** As F.gumbel_softmax with its noise given: softmax((logits + gumbel) / tau) of each row, or the one-hot row of its first maximum. */
NdArray<float> hard_attention(const NdArray<float>& logits, const NdArray<float>& gumbel, double tau, bool hard) {
  const int rows = logits.shape[0], width = logits.shape[1];
  auto out = NdArray<float>::zeros(logits.shape);
  std::vector<double> noisy(width);
  for (int t = 0; t < rows; t++) {
    for (int s = 0; s < width; s++) {
      noisy[s] = static_cast<double>(logits.data[t * width + s]) + gumbel.data[t * width + s];
    }
    const auto best = std::max_element(noisy.begin(), noisy.end());
    if (hard) {
      out.data[t * width + (best - noisy.begin())] = 1;
      continue;
    }
    const double highest = *best;
    double total = 0;
    for (double& sum : noisy) total += sum = std::exp((sum - highest) / tau);
    for (int s = 0; s < width; s++) out.data[t * width + s] = noisy[s] / total;
  }
  return out;
}
