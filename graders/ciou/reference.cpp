#include "anneal.hpp"

/** Complete IoU of the boxes of each row: less the distance of their centres, and less how far their shapes differ. */
NdArray<float> ciou(const NdArray<float>& a, const NdArray<float>& b) {
  const double pi = std::acos(-1.0);
  NdArray<float> result{{a.shape[0]}, {}};
  for (std::size_t at = 0; at < a.data.size(); at += 4) {
    double shared = 1, apart = 0, diagonal = 0, area_a = 1, area_b = 1;
    for (std::size_t axis = at; axis < at + 2; axis++) {
      const double a1 = a.data[axis], a2 = a.data[axis + 2], b1 = b.data[axis], b2 = b.data[axis + 2];
      shared *= std::max(std::min(a2, b2) - std::max(a1, b1), 0.0);
      apart += std::pow((a1 + a2 - b1 - b2) / 2, 2);
      diagonal += std::pow(std::max(a2, b2) - std::min(a1, b1), 2);
      area_a *= a2 - a1;
      area_b *= b2 - b1;
    }
    const auto angle = [at](const std::vector<float>& box) {
      return std::atan2(static_cast<double>(box[at + 2]) - box[at], static_cast<double>(box[at + 3]) - box[at + 1]);
    };
    const double iou = shared / (area_a + area_b - shared);
    const double v = std::pow((angle(a.data) - angle(b.data)) * 2 / pi, 2);
    const double shape = v > 0 ? v * v / (1 - iou + v) : 0;
    result.data.push_back(static_cast<float>(iou - apart / diagonal - shape));
  }
  return result;
}
