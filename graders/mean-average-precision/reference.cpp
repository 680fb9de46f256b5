#include "anneal.hpp"

#include <map>

struct MeanAveragePrecisionResult {
  double map;
  double map50;
  double map75;
};

namespace {

constexpr int THRESHOLDS = 10;
constexpr std::size_t MAX_DETECTIONS = 100;

/** From .50 to .95 in steps of .05, as numpy.linspace rounds them. */
double iou_threshold(int step) { return 0.5 + 0.05 * step; }

using ByImage = std::map<int, std::vector<int>>;

std::map<int, ByImage> group_by_class_and_image(const NdArray<std::int32_t>& labels,
                                                const NdArray<std::int32_t>& images) {
  std::map<int, ByImage> groups;
  for (std::size_t at = 0; at < labels.data.size(); at++) {
    groups[labels.data[at]][images.data[at]].push_back(static_cast<int>(at));
  }
  return groups;
}

double area(const float* box) { return (static_cast<double>(box[2]) - box[0]) * (static_cast<double>(box[3]) - box[1]); }

double iou(const float* one, const float* other) {
  const double left = std::max(one[0], other[0]), right = std::min(one[2], other[2]);
  const double top = std::max(one[1], other[1]), bottom = std::min(one[3], other[3]);
  if (right <= left || bottom <= top) return 0;
  const double intersection = (right - left) * (bottom - top);
  return intersection / (area(one) + area(other) - intersection);
}

struct Ranked {
  float score;
  /** For each IoU threshold, whether the detection is a true positive. */
  std::array<bool, THRESHOLDS> hits;
};

/** Detections in falling order of score each take the free ground truth that they overlap most; of equals, the last. */
void match_in_image(const std::vector<int>& detections, const std::vector<int>& truths, const NdArray<float>& boxes,
                    const NdArray<float>& scores, const NdArray<float>& gt_boxes, std::vector<Ranked>& ranked) {
  std::vector<std::array<bool, THRESHOLDS>> taken(truths.size());
  std::vector<double> overlaps(truths.size());
  for (const int detection : detections) {
    for (std::size_t at = 0; at < truths.size(); at++) {
      overlaps[at] = iou(&boxes.data[4 * detection], &gt_boxes.data[4 * truths[at]]);
    }
    Ranked found{scores.data[detection], {}};
    for (int step = 0; step < THRESHOLDS; step++) {
      int best = -1;
      double best_overlap = iou_threshold(step);
      for (std::size_t at = 0; at < truths.size(); at++) {
        if (taken[at][step] || overlaps[at] < best_overlap) continue;
        best = static_cast<int>(at);
        best_overlap = overlaps[at];
      }
      if (best < 0) continue;
      taken[best][step] = true;
      found.hits[step] = true;
    }
    ranked.push_back(found);
  }
}

/** Precision at 101 recalls, each the best that is reached at that recall or a higher one. */
double average_precision(const std::vector<Ranked>& ranked, int step, int positives) {
  std::vector<double> recalls(ranked.size()), precisions(ranked.size());
  int true_positives = 0;
  for (std::size_t rank = 0; rank < ranked.size(); rank++) {
    true_positives += ranked[rank].hits[step];
    recalls[rank] = static_cast<double>(true_positives) / positives;
    precisions[rank] = static_cast<double>(true_positives) / static_cast<double>(rank + 1);
  }
  for (std::size_t rank = ranked.size(); rank-- > 1;) {
    precisions[rank - 1] = std::max(precisions[rank - 1], precisions[rank]);
  }
  double total = 0;
  std::size_t rank = 0;
  for (int at = 0; at <= 100; at++) {
    while (rank < ranked.size() && recalls[rank] < 0.01 * at) rank++;
    if (rank < ranked.size()) total += precisions[rank];
  }
  return total / 101;
}

}  // namespace

/** COCO's mean average precision, as pycocotools.COCOeval: boxes x1 y1 x2 y2, all areas, no crowd; -1 without any ground truth. */
MeanAveragePrecisionResult mean_average_precision(const NdArray<float>& boxes, const NdArray<float>& scores,
                                                  const NdArray<std::int32_t>& labels,
                                                  const NdArray<std::int32_t>& images,
                                                  const NdArray<float>& gt_boxes,
                                                  const NdArray<std::int32_t>& gt_labels,
                                                  const NdArray<std::int32_t>& gt_images) {
  auto detections = group_by_class_and_image(labels, images);
  auto truths = group_by_class_and_image(gt_labels, gt_images);
  if (truths.empty()) return {-1, -1, -1};
  const auto falling = [](auto score_of) {
    return [score_of](const auto& a, const auto& b) { return score_of(a) > score_of(b); };
  };
  std::array<double, THRESHOLDS> totals{};
  for (auto& [label, truths_of] : truths) {
    std::vector<Ranked> ranked;
    for (auto& [image, found] : detections[label]) {
      std::stable_sort(found.begin(), found.end(), falling([&](int at) { return scores.data[at]; }));
      found.resize(std::min(found.size(), MAX_DETECTIONS));
      match_in_image(found, truths_of[image], boxes, scores, gt_boxes, ranked);
    }
    std::stable_sort(ranked.begin(), ranked.end(), falling([](const Ranked& one) { return one.score; }));
    int positives = 0;
    for (const auto& [_, group] : truths_of) positives += static_cast<int>(group.size());
    for (int step = 0; step < THRESHOLDS; step++) totals[step] += average_precision(ranked, step, positives);
  }
  const double classes = static_cast<double>(truths.size());
  const double all = std::accumulate(totals.begin(), totals.end(), 0.0);
  return {all / THRESHOLDS / classes, totals[0] / classes, totals[5] / classes};
}
