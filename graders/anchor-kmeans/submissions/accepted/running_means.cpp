#include "anneal.hpp"

struct Cluster {
  double w, h, mean_w = 0, mean_h = 0;
  int count = 0;

  double iou(double bw, double bh) const {
    const double common = std::min(w, bw) * std::min(h, bh);
    return common / (w * h + bw * bh - common);
  }

  // A mean that is kept up to date with each size.
  void add(double bw, double bh) {
    count++;
    mean_w += (bw - mean_w) / count;
    mean_h += (bh - mean_h) / count;
  }

  Cluster next() const { return count ? Cluster{mean_w, mean_h} : Cluster{w, h}; }
};

NdArray<float> anchor_kmeans(const NdArray<float>& sizes, int k, const NdArray<float>& initial, int iterations) {
  std::vector<Cluster> clusters;
  for (int j = 0; j < k; j++) clusters.push_back({initial.data[2 * j], initial.data[2 * j + 1]});
  for (int round = 0; round < iterations; round++) {
    for (int i = 0; i < sizes.shape[0]; i++) {
      const double w = sizes.data[2 * i], h = sizes.data[2 * i + 1];
      Cluster* best = &clusters[0];
      for (Cluster& cluster : clusters)
        if (cluster.iou(w, h) > best->iou(w, h)) best = &cluster;
      best->add(w, h);
    }
    std::transform(clusters.begin(), clusters.end(), clusters.begin(), [](const Cluster& one) { return one.next(); });
  }
  NdArray<float> anchors{{k, 2}, {}};
  for (const Cluster& cluster : clusters) {
    anchors.data.push_back(cluster.w);
    anchors.data.push_back(cluster.h);
  }
  return anchors;
}
