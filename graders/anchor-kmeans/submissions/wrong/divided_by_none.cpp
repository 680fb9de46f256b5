// diagnosis: empty-cluster-nan
#include "anneal.hpp"

NdArray<float> anchor_kmeans(const NdArray<float>& sizes, int k, const NdArray<float>& initial, int iterations) {
  NdArray<float> centres = initial;
  for (int round = 0; round < iterations; round++) {
    std::vector<double> width(k), height(k);
    std::vector<int> count(k);
    for (int at = 0; at < sizes.shape[0]; at++) {
      const double w = sizes.data[2 * at], h = sizes.data[2 * at + 1];
      double best = -1;
      int to = 0;
      for (int j = 0; j < k; j++) {
        const double cw = centres.data[2 * j], ch = centres.data[2 * j + 1];
        const double common = std::min(w, cw) * std::min(h, ch), iou = common / (w * h + cw * ch - common);
        if (iou > best) {
          best = iou;
          to = j;
        }
      }
      width[to] += w;
      height[to] += h;
      count[to]++;
    }
    for (int j = 0; j < k; j++) {
      centres.data[2 * j] = width[j] / count[j];
      centres.data[2 * j + 1] = height[j] / count[j];
    }
  }
  return centres;
}
