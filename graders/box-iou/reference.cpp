#include "anneal.hpp"

static double area(const float* box) {
  return (static_cast<double>(box[2]) - box[0]) * (static_cast<double>(box[3]) - box[1]);
}

/** Intersection over union of all boxes of a with all boxes of b; 0 where a box has no area. */
NdArray<float> box_iou(const NdArray<float>& a, const NdArray<float>& b) {
  NdArray<float> result{{a.shape[0], b.shape[0]}, {}};
  for (std::size_t i = 0; i < a.data.size(); i += 4) {
    for (std::size_t j = 0; j < b.data.size(); j += 4) {
      const float *one = &a.data[i], *other = &b.data[j];
      const double width = static_cast<double>(std::min(one[2], other[2])) - std::max(one[0], other[0]);
      const double height = static_cast<double>(std::min(one[3], other[3])) - std::max(one[1], other[1]);
      const double intersection = std::max(width, 0.0) * std::max(height, 0.0);
      const double iou = intersection > 0 ? intersection / (area(one) + area(other) - intersection) : 0;
      result.data.push_back(static_cast<float>(iou));
    }
  }
  return result;
}
