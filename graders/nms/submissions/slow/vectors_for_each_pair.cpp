#include "anneal.hpp"

// Each box is copied out of the array for each pair, and every pair is compared, whether or not its boxes have gone.
static std::vector<double> box_at(const NdArray<float>& boxes, int at) {
  return std::vector<double>(boxes.data.begin() + 4 * at, boxes.data.begin() + 4 * at + 4);
}

static double iou(std::vector<double> a, std::vector<double> b) {
  double width = std::max(0.0, std::min(a[2], b[2]) - std::max(a[0], b[0]));
  double height = std::max(0.0, std::min(a[3], b[3]) - std::max(a[1], b[1]));
  double all = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - width * height;
  return all > 0 ? width * height / all : 0;
}

NdArray<std::int32_t> nms(const NdArray<float>& boxes, const NdArray<float>& scores, double threshold) {
  int n = scores.shape[0];
  std::vector<int> order(n);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return scores.data[a] > scores.data[b]; });
  std::vector<bool> gone(n);
  std::vector<std::int32_t> kept;
  for (int i = 0; i < n; i++) {
    if (!gone[i]) kept.push_back(order[i]);
    for (int j = 0; j < n; j++) {
      bool covered = iou(box_at(boxes, order[i]), box_at(boxes, order[j])) > threshold;
      if (j > i && !gone[i] && covered) gone[j] = true;
    }
  }
  return {{(int)kept.size()}, kept};
}
