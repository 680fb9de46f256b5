#include "anneal.hpp"

namespace {

struct Box {
  double x1, y1, x2, y2;
  float score;
  int index;

  double area() const { return (x2 - x1) * (y2 - y1); }
};

bool covers(const Box& best, const Box& other, double threshold) {
  const double width = std::min(best.x2, other.x2) - std::max(best.x1, other.x1);
  const double height = std::min(best.y2, other.y2) - std::max(best.y1, other.y1);
  if (width <= 0 || height <= 0) return false;
  const double shared = width * height;
  return shared > threshold * (best.area() + other.area() - shared);
}

}  // namespace

// The best of those that are left is kept, and all that it covers leave the list.
NdArray<std::int32_t> nms(const NdArray<float>& boxes, const NdArray<float>& scores, double threshold) {
  std::vector<Box> left;
  for (int at = 0; at < scores.shape[0]; at++) {
    const float* box = boxes.data.data() + 4 * at;
    left.push_back({box[0], box[1], box[2], box[3], scores.data[at], at});
  }
  std::stable_sort(left.begin(), left.end(), [](const Box& a, const Box& b) { return a.score > b.score; });
  std::vector<std::int32_t> kept;
  while (!left.empty()) {
    const Box best = left.front();
    kept.push_back(best.index);
    left.erase(std::remove_if(left.begin() + 1, left.end(),
                              [&](const Box& other) { return covers(best, other, threshold); }),
               left.end());
    left.erase(left.begin());
  }
  return {{static_cast<int>(kept.size())}, kept};
}
