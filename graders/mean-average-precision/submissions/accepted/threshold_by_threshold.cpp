#include "anneal.hpp"

struct MeanAveragePrecisionResult {
  double map, map50, map75;
};

namespace {

struct Detection {
  int index;
  float score;
};

struct Cell {
  std::vector<Detection> detections;
  std::vector<int> truths;
  std::vector<std::vector<double>> overlaps;
};

double iou(const float* a, const float* b) {
  const double width = std::min(a[2], b[2]) - std::max(a[0], b[0]);
  const double height = std::min(a[3], b[3]) - std::max(a[1], b[1]);
  if (width <= 0 || height <= 0) return 0;
  auto area = [](const float* box) { return (double(box[2]) - box[0]) * (double(box[3]) - box[1]); };
  return width * height / (area(a) + area(b) - width * height);
}

double average_precision(std::vector<std::pair<float, bool>> ranked, int positives) {
  std::stable_sort(ranked.begin(), ranked.end(), [](auto& a, auto& b) { return a.first > b.first; });
  std::vector<double> recall, precision;
  int right = 0;
  for (auto& [score, hit] : ranked) {
    right += hit;
    recall.push_back(double(right) / positives);
    precision.push_back(double(right) / double(recall.size()));
  }
  for (int at = int(precision.size()) - 2; at >= 0; at--) precision[at] = std::max(precision[at], precision[at + 1]);
  double sum = 0;
  for (int level = 0; level <= 100; level++) {
    auto reached = std::lower_bound(recall.begin(), recall.end(), 0.01 * level) - recall.begin();
    if (reached < std::ptrdiff_t(precision.size())) sum += precision[reached];
  }
  return sum / 101;
}

}  // namespace

// The overlaps of a class in an image are found once; then each threshold goes its own way through all of them.
MeanAveragePrecisionResult mean_average_precision(NdArray<float> boxes, NdArray<float> scores,
                                                  NdArray<std::int32_t> labels, NdArray<std::int32_t> images,
                                                  NdArray<float> gt_boxes, NdArray<std::int32_t> gt_labels,
                                                  NdArray<std::int32_t> gt_images) {
  std::map<int, std::map<int, Cell>> cells;
  std::map<int, int> positives;
  for (int g = 0; g < int(gt_labels.data.size()); g++) {
    positives[gt_labels.data[g]]++;
    cells[gt_labels.data[g]][gt_images.data[g]].truths.push_back(g);
  }
  if (positives.empty()) return {-1, -1, -1};
  for (int d = 0; d < int(labels.data.size()); d++) {
    if (positives.count(labels.data[d]))
      cells[labels.data[d]][images.data[d]].detections.push_back({d, scores.data[d]});
  }
  for (auto& [label, of_class] : cells) {
    for (auto& [image, cell] : of_class) {
      auto& found = cell.detections;
      std::stable_sort(found.begin(), found.end(), [](auto& a, auto& b) { return a.score > b.score; });
      if (found.size() > 100) found.resize(100);
      for (auto& detection : found) {
        std::vector<double> row;
        for (int g : cell.truths) row.push_back(iou(&boxes.data[4 * detection.index], &gt_boxes.data[4 * g]));
        cell.overlaps.push_back(row);
      }
    }
  }
  double all[10] = {};
  for (int step = 0; step < 10; step++) {
    const double threshold = 0.5 + 0.05 * step;
    for (auto& [label, of_class] : cells) {
      std::vector<std::pair<float, bool>> ranked;
      for (auto& [image, cell] : of_class) {
        std::vector<bool> taken(cell.truths.size());
        for (std::size_t d = 0; d < cell.detections.size(); d++) {
          int best = -1;
          for (int g = 0; g < int(taken.size()); g++) {
            const double overlap = cell.overlaps[d][g];
            if (!taken[g] && overlap >= threshold && (best < 0 || overlap >= cell.overlaps[d][best])) best = g;
          }
          if (best >= 0) taken[best] = true;
          ranked.emplace_back(cell.detections[d].score, best >= 0);
        }
      }
      all[step] += average_precision(ranked, positives[label]) / double(positives.size());
    }
  }
  return {std::accumulate(all, all + 10, 0.0) / 10, all[0], all[5]};
}
