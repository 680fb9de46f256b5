#include "anneal.hpp"

/** AP of detections by falling score (ties by index): what lies under the envelope of the curve, or its mean at some recalls. */
double average_precision(const NdArray<std::uint8_t>& tp, const NdArray<float>& scores, int positives,
                         const std::string& method) {
  std::vector<int> order(scores.data.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return scores.data[a] > scores.data[b]; });
  std::vector<double> envelope;  // Where the recall rises.
  for (std::size_t rank = 0; rank < order.size(); rank++) {
    if (tp.data[order[rank]]) envelope.push_back((envelope.size() + 1.0) / static_cast<double>(rank + 1));
  }
  for (std::size_t at = envelope.size(); at-- > 1;) envelope[at - 1] = std::max(envelope[at - 1], envelope[at]);
  if (envelope.empty()) return 0;
  if (method == "area") return std::accumulate(envelope.begin(), envelope.end(), 0.0) / positives;
  const int steps = method == "voc07" ? 10 : 100;
  double total = 0;
  std::size_t at = 0;
  for (int level = 0; level <= steps; level++) {
    while (at < envelope.size() && (at + 1.0) / positives < static_cast<double>(level) / steps) at++;
    if (at < envelope.size()) total += envelope[at];
  }
  return total / (steps + 1);
}
