#include "anneal.hpp"

// A column of the table at a time, with the areas of a known beforehand.
NdArray<float> box_iou(const NdArray<float>& a, const NdArray<float>& b) {
  const int n = a.shape[0], m = b.shape[0];
  auto table = NdArray<float>::zeros({n, m});
  std::vector<float> areas(n);
  for (int i = 0; i < n; i++) areas[i] = (a.data[4 * i + 2] - a.data[4 * i]) * (a.data[4 * i + 3] - a.data[4 * i + 1]);
  for (int j = 0; j < m; j++) {
    const float x1 = b.data[4 * j], y1 = b.data[4 * j + 1], x2 = b.data[4 * j + 2], y2 = b.data[4 * j + 3];
    const float area = (x2 - x1) * (y2 - y1);
    for (int i = 0; i < n; i++) {
      const float w = std::min(x2, a.data[4 * i + 2]) - std::max(x1, a.data[4 * i]);
      const float h = std::min(y2, a.data[4 * i + 3]) - std::max(y1, a.data[4 * i + 1]);
      if (w > 0 && h > 0) table.data[i * m + j] = w * h / (areas[i] + area - w * h);
    }
  }
  return table;
}
