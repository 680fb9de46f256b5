#include "anneal.hpp"

using namespace std;

// Labels first, then means, until no label changes.
NdArray<float> anchor_kmeans(const NdArray<float>& sizes, int k, const NdArray<float>& initial, int iterations) {
  int n = sizes.shape[0];
  vector<double> w(k), h(k);
  for (int j = 0; j < k; j++) w[j] = initial.data[2 * j], h[j] = initial.data[2 * j + 1];
  vector<int> label(n, -1);
  while (iterations-- > 0) {
    bool changed = false;
    for (int i = 0; i < n; i++) {
      double bw = sizes.data[2 * i], bh = sizes.data[2 * i + 1], least = 2;
      int best = 0;
      for (int j = 0; j < k; j++) {
        double common = min(bw, w[j]) * min(bh, h[j]);
        double distance = 1 - common / (bw * bh + w[j] * h[j] - common);
        if (distance < least) least = distance, best = j;
      }
      changed |= label[i] != best;
      label[i] = best;
    }
    if (!changed) break;
    for (int j = 0; j < k; j++) {
      double sw = 0, sh = 0;
      int count = 0;
      for (int i = 0; i < n; i++)
        if (label[i] == j) sw += sizes.data[2 * i], sh += sizes.data[2 * i + 1], count++;
      if (count) w[j] = sw / count, h[j] = sh / count;
    }
  }
  NdArray<float> anchors{{k, 2}, {}};
  for (int j = 0; j < k; j++) anchors.data.insert(anchors.data.end(), {float(w[j]), float(h[j])});
  return anchors;
}
