#include "anneal.hpp"

struct MeanAveragePrecisionResult {
  double map, map50, map75;
};

using namespace std;
using Ints = NdArray<int32_t>;
using Floats = NdArray<float>;

// One sort by class, score and image; then every detection is dealt with where it stands, and precision is read off backwards.
static double iou(const float* a, const float* b) {
  double w = min(a[2], b[2]) - max(a[0], b[0]), h = min(a[3], b[3]) - max(a[1], b[1]);
  if (w <= 0 || h <= 0) return 0;
  double sum = (double(a[2]) - a[0]) * (double(a[3]) - a[1]) + (double(b[2]) - b[0]) * (double(b[3]) - b[1]);
  return w * h / (sum - w * h);
}

MeanAveragePrecisionResult mean_average_precision(const Floats& boxes, const Floats& scores, const Ints& labels,
                                                  const Ints& images, const Floats& gt_boxes, const Ints& gt_labels,
                                                  const Ints& gt_images) {
  map<int, int> positives;
  map<pair<int, int>, vector<int>> truths;
  for (int g = 0; g < gt_labels.shape[0]; g++) {
    positives[gt_labels.data[g]]++;
    truths[{gt_labels.data[g], gt_images.data[g]}].push_back(g);
  }
  if (positives.empty()) return {-1, -1, -1};

  vector<int> order(scores.shape[0]);
  iota(order.begin(), order.end(), 0);
  sort(order.begin(), order.end(), [&](int a, int b) {
    return make_tuple(labels.data[a], -scores.data[a], images.data[a], a) <
           make_tuple(labels.data[b], -scores.data[b], images.data[b], b);
  });

  map<pair<int, int>, int> seen;
  vector<uint16_t> taken(gt_labels.shape[0]);
  map<int, vector<uint16_t>> hits;
  for (int d : order) {
    pair<int, int> place{labels.data[d], images.data[d]};
    if (!positives.count(place.first) || seen[place]++ >= 100) continue;
    uint16_t hit = 0;
    auto rivals = truths.find(place);
    vector<double> overlap;
    if (rivals != truths.end())
      for (int g : rivals->second) overlap.push_back(iou(&boxes.data[4 * d], &gt_boxes.data[4 * g]));
    for (int t = 0; t < 10; t++) {
      int best = -1;
      for (size_t n = 0; n < overlap.size(); n++) {
        bool free = !(taken[rivals->second[n]] >> t & 1);
        if (free && overlap[n] >= 0.5 + 0.05 * t && (best < 0 || overlap[n] >= overlap[best])) best = n;
      }
      if (best < 0) continue;
      taken[rivals->second[best]] |= 1 << t;
      hit |= 1 << t;
    }
    hits[place.first].push_back(hit);
  }

  array<double, 10> mean{};
  for (auto& [label, total] : positives) {
    for (int t = 0; t < 10; t++) {
      int found = 0;
      for (uint16_t hit : hits[label]) found += hit >> t & 1;
      // best[i]: the highest precision at recall i / 100 or more.
      array<double, 102> best{};
      double envelope = 0;
      int level = 100;
      for (size_t n = hits[label].size(); n-- > 0;) {
        while (level >= 0 && double(found) / total < 0.01 * level) best[level--] = envelope;
        envelope = max(envelope, double(found) / (n + 1));
        found -= hits[label][n] >> t & 1;
      }
      while (level >= 0) best[level--] = envelope;
      mean[t] += accumulate(best.begin(), best.end(), 0.0) / 101 / positives.size();
    }
  }
  return {accumulate(mean.begin(), mean.end(), 0.0) / 10, mean[0], mean[5]};
}
