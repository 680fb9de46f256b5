#include "anneal.hpp"

struct MeanAveragePrecisionResult {
  double map, map50, map75;
};

using Ints = NdArray<std::int32_t>;
using Floats = NdArray<float>;

static double iou(const float* a, const float* b) {
  double w = std::min(a[2], b[2]) - std::max(a[0], b[0]), h = std::min(a[3], b[3]) - std::max(a[1], b[1]);
  if (w <= 0 || h <= 0) return 0;
  double sum = (double(a[2]) - a[0]) * (double(a[3]) - a[1]) + (double(b[2]) - b[0]) * (double(b[3]) - b[1]);
  return w * h / (sum - w * h);
}

static std::vector<int> where(const Ints& labels, int label, const Ints& images, int image) {
  std::vector<int> found;
  for (int at = 0; at < int(labels.data.size()); at++)
    if (labels.data[at] == label && images.data[at] == image) found.push_back(at);
  return found;
}

// Right, but looks through all detections again for every threshold, class and image.
MeanAveragePrecisionResult mean_average_precision(const Floats& boxes, const Floats& scores, const Ints& labels,
                                                  const Ints& images, const Floats& gtBoxes, const Ints& gtLabels,
                                                  const Ints& gtImages) {
  std::set<int> classes(gtLabels.data.begin(), gtLabels.data.end()), places(images.data.begin(), images.data.end());
  if (classes.empty()) return {-1, -1, -1};
  std::vector<double> mean(10);
  for (int step = 0; step < 10; step++) {
    for (int label : classes) {
      std::vector<std::pair<float, bool>> ranked;
      for (int image : places) {
        std::vector<int> found = where(labels, label, images, image);
        std::stable_sort(found.begin(), found.end(), [&](int a, int b) { return scores.data[a] > scores.data[b]; });
        if (found.size() > 100) found.resize(100);
        std::set<int> taken;
        for (int d : found) {
          int best = -1;
          for (int g : where(gtLabels, label, gtImages, image)) {
            double overlap = iou(&boxes.data[4 * d], &gtBoxes.data[4 * g]);
            if (taken.count(g) || overlap < 0.5 + 0.05 * step) continue;
            if (best < 0 || overlap >= iou(&boxes.data[4 * d], &gtBoxes.data[4 * best])) best = g;
          }
          taken.insert(best);
          ranked.emplace_back(scores.data[d], best >= 0);
        }
      }
      std::stable_sort(ranked.begin(), ranked.end(), [](auto& a, auto& b) { return a.first > b.first; });
      int total = std::count(gtLabels.data.begin(), gtLabels.data.end(), label);
      double sum = 0;
      for (int level = 0; level <= 100; level++) {
        double right = 0, best = 0;
        for (std::size_t n = 0; n < ranked.size(); n++) {
          right += ranked[n].second;
          if (right / total >= 0.01 * level) best = std::max(best, right / double(n + 1));
        }
        sum += best;
      }
      mean[step] += sum / 101 / double(classes.size());
    }
  }
  return {std::accumulate(mean.begin(), mean.end(), 0.0) / 10, mean[0], mean[5]};
}
