// diagnosis: divides-by-smaller
#include "anneal.hpp"

NdArray<std::int32_t> nms(const NdArray<float>& boxes, const NdArray<float>& scores, double threshold) {
  std::vector<std::int32_t> order(scores.data.size()), kept;
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return scores.data[a] > scores.data[b]; });
  for (int i : order) {
    const float* a = &boxes.data[4 * i];
    bool covered = false;
    for (int j : kept) {
      const float* b = &boxes.data[4 * j];
      double width = double(std::min(a[2], b[2])) - std::max(a[0], b[0]);
      double height = double(std::min(a[3], b[3])) - std::max(a[1], b[1]);
      if (width <= 0 || height <= 0) continue;
      double area_a = (double(a[2]) - a[0]) * (double(a[3]) - a[1]);
      double area_b = (double(b[2]) - b[0]) * (double(b[3]) - b[1]);
      covered |= width * height / std::min(area_a, area_b) > threshold;
    }
    if (!covered) kept.push_back(i);
  }
  return {{(int)kept.size()}, kept};
}
