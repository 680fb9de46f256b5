#include "anneal.hpp"

#include <list>

namespace {

struct Object {
  double x1, y1, x2, y2;
};

double overlap(const Object& a, const Object& b) {
  const double w = std::max(0.0, std::min(a.x2, b.x2) - std::max(a.x1, b.x1));
  const double h = std::max(0.0, std::min(a.y2, b.y2) - std::max(a.y1, b.y1));
  const double all = (a.x2 - a.x1) * (a.y2 - a.y1) + (b.x2 - b.x1) * (b.y2 - b.y1) - w * h;
  return all > 0 ? w * h / all : 0;
}

std::vector<Object> rows(const NdArray<float>& boxes) {
  std::vector<Object> all;
  for (int at = 0; at < boxes.shape[0]; at++) {
    const float* row = &boxes.data[4 * at];
    all.push_back({row[0], row[1], row[2], row[3]});
  }
  return all;
}

}  // namespace

// Objects leave the list when they are taken. From the back, so that of equals the first found is the last.
NdArray<std::uint8_t> match_detections(const NdArray<float>& boxes, const NdArray<float>& scores,
                                       const NdArray<float>& truths, double threshold) {
  const auto found = rows(boxes), objects = rows(truths);
  std::list<Object> left(objects.rbegin(), objects.rend());
  std::multimap<float, int, std::greater<float>> ranking;
  for (int at = 0; at < scores.shape[0]; at++) ranking.emplace(scores.data[at], at);
  auto flags = NdArray<std::uint8_t>::zeros(scores.shape);
  for (const auto& [score, at] : ranking) {
    const auto best = std::max_element(left.begin(), left.end(), [&, at = at](const Object& a, const Object& b) {
      return overlap(found[at], a) < overlap(found[at], b);
    });
    if (best == left.end() || overlap(found[at], *best) < threshold) continue;
    left.erase(best);
    flags.data[at] = 1;
  }
  return flags;
}
