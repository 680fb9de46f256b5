// diagnosis: not-sorted
#include "anneal.hpp"

NdArray<std::int32_t> nms(const NdArray<float>& boxes, const NdArray<float>& scores, double threshold) {
  std::vector<std::int32_t> kept;
  for (int i = 0; i < scores.shape[0]; i++) {
    const float* a = &boxes.data[4 * i];
    bool covered = false;
    for (int j : kept) {
      const float* b = &boxes.data[4 * j];
      double width = double(std::min(a[2], b[2])) - std::max(a[0], b[0]);
      double height = double(std::min(a[3], b[3])) - std::max(a[1], b[1]);
      if (width <= 0 || height <= 0) continue;
      double area = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]);
      covered |= width * height / (area - width * height) > threshold;
    }
    if (!covered) kept.push_back(i);
  }
  return {{(int)kept.size()}, kept};
}
