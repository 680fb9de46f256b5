#include "anneal.hpp"

static double area(const float* box) {
  return (static_cast<double>(box[2]) - box[0]) * (static_cast<double>(box[3]) - box[1]);
}

/** 0 where they do not overlap, so two boxes without area have no 0 / 0. */
static double iou(const float* one, const float* other) {
  const double width = static_cast<double>(std::min(one[2], other[2])) - std::max(one[0], other[0]);
  const double height = static_cast<double>(std::min(one[3], other[3])) - std::max(one[1], other[1]);
  const double intersection = std::max(width, 0.0) * std::max(height, 0.0);
  return intersection == 0 ? 0 : intersection / (area(one) + area(other) - intersection);
}

/** Greedy, as torchvision.ops.nms: indices kept, by falling score (ties by index). A box that has gone suppresses nothing. */
NdArray<std::int32_t> nms(const NdArray<float>& boxes, const NdArray<float>& scores, double threshold) {
  std::vector<std::int32_t> order(scores.data.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return scores.data[a] > scores.data[b]; });
  std::vector<std::int32_t> kept;
  for (const std::int32_t candidate : order) {
    const float* box = boxes.data.data() + 4 * candidate;
    const bool gone = std::any_of(kept.begin(), kept.end(), [&](std::int32_t better) {
      return iou(boxes.data.data() + 4 * better, box) > threshold;
    });
    if (!gone) kept.push_back(candidate);
  }
  return {{static_cast<int>(kept.size())}, kept};
}
