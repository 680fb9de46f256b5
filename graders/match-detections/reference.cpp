#include "anneal.hpp"

namespace {

struct Box {
  double x1, y1, x2, y2;

  explicit Box(const float* row) : x1(row[0]), y1(row[1]), x2(row[2]), y2(row[3]) {}
  double area() const { return (x2 - x1) * (y2 - y1); }
};

double iou(const Box& a, const Box& b) {
  const double width = std::min(a.x2, b.x2) - std::max(a.x1, b.x1);
  const double height = std::min(a.y2, b.y2) - std::max(a.y1, b.y1);
  if (width <= 0 || height <= 0) return 0;
  return width * height / (a.area() + b.area() - width * height);
}

}  // namespace

/** As pycocotools: by falling score (ties by index) each detection takes the free object that it overlaps most, if the IoU is at least
 *  the threshold; of equals, the last. 1 for a detection that has taken one. */
NdArray<std::uint8_t> match_detections(const NdArray<float>& boxes, const NdArray<float>& scores,
                                       const NdArray<float>& truths, double threshold) {
  std::vector<int> order(scores.data.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return scores.data[a] > scores.data[b]; });
  std::vector<bool> taken(truths.shape[0]);
  auto flags = NdArray<std::uint8_t>::zeros(scores.shape);
  for (const int at : order) {
    const Box box(&boxes.data[4 * at]);
    int best = -1;
    double best_overlap = threshold;
    for (int object = 0; object < truths.shape[0]; object++) {
      if (taken[object]) continue;
      const double overlap = iou(box, Box(&truths.data[4 * object]));
      if (overlap < best_overlap) continue;
      best = object;
      best_overlap = overlap;
    }
    if (best < 0) continue;
    taken[best] = true;
    flags.data[at] = 1;
  }
  return flags;
}
