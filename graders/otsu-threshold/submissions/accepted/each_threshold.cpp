#include "anneal.hpp"

// Counts and sums both classes for each threshold.
int otsu_threshold(const NdArray<std::uint8_t>& image) {
  double best = 0;
  int threshold = 0;
  for (int t = 0; t < 255; t++) {
    double n[2] = {}, sum[2] = {};
    for (int grey : image.data) {
      n[grey > t]++;
      sum[grey > t] += grey;
    }
    if (n[0] == 0 || n[1] == 0) continue;
    const double difference = sum[0] / n[0] - sum[1] / n[1];
    const double score = n[0] * n[1] * difference * difference;
    if (score > best) best = score, threshold = t;
  }
  return threshold;
}
