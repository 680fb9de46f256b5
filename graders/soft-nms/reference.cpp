#include "anneal.hpp"

struct SoftNmsResult {
  NdArray<std::int32_t> index;
  NdArray<float> score;
};

namespace {

double area(const float* box) {
  return (static_cast<double>(box[2]) - box[0]) * (static_cast<double>(box[3]) - box[1]);
}

double iou(const float* a, const float* b) {
  const double width = static_cast<double>(std::min(a[2], b[2])) - std::max(a[0], b[0]);
  const double height = static_cast<double>(std::min(a[3], b[3])) - std::max(a[1], b[1]);
  if (width <= 0 || height <= 0) return 0;
  return width * height / (area(a) + area(b) - width * height);
}

}  // namespace

/** Soft-NMS with the Gaussian penalty: in each round the best box is chosen, and the others lose by how much they overlap it. */
SoftNmsResult soft_nms(const NdArray<float>& boxes, const NdArray<float>& scores, double sigma, double score_threshold) {
  std::vector<double> current(scores.data.begin(), scores.data.end());
  std::vector<int> left(current.size());
  std::iota(left.begin(), left.end(), 0);
  SoftNmsResult result{{{0}, {}}, {{0}, {}}};
  for (;;) {
    left.erase(std::remove_if(left.begin(), left.end(), [&](int at) { return current[at] < score_threshold; }), left.end());
    if (left.empty()) break;
    // The first of equals: the indices that are left are still in order.
    const auto best = std::max_element(left.begin(), left.end(), [&](int a, int b) { return current[a] < current[b]; });
    const int chosen = *best;
    left.erase(best);
    result.index.data.push_back(chosen);
    result.score.data.push_back(static_cast<float>(current[chosen]));
    for (const int at : left) {
      const double overlap = iou(&boxes.data[4 * chosen], &boxes.data[4 * at]);
      current[at] *= std::exp(-overlap * overlap / sigma);
    }
  }
  result.index.shape[0] = result.score.shape[0] = static_cast<int>(result.index.data.size());
  return result;
}
