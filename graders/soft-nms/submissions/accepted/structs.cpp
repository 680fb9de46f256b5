#include "anneal.hpp"

using namespace std;

struct SoftNmsResult {
  NdArray<int32_t> index;
  NdArray<float> score;
};

struct Candidate {
  double x1, y1, x2, y2, score;
  int index;

  double area() const { return (x2 - x1) * (y2 - y1); }
};

static double iou(const Candidate& a, const Candidate& b) {
  double w = max(0.0, min(a.x2, b.x2) - max(a.x1, b.x1)), h = max(0.0, min(a.y2, b.y2) - max(a.y1, b.y1));
  double all = a.area() + b.area() - w * h;
  return all > 0 ? w * h / all : 0;
}

// Sorted anew in each round; the best is at the end.
SoftNmsResult soft_nms(const NdArray<float>& boxes, const NdArray<float>& scores, double sigma, double score_threshold) {
  vector<Candidate> left;
  for (int i = 0; i < scores.shape[0]; i++) {
    const float* row = &boxes.data[4 * i];
    left.push_back({row[0], row[1], row[2], row[3], scores.data[i], i});
  }
  vector<int32_t> index;
  vector<float> score;
  while (!left.empty()) {
    sort(left.begin(), left.end(), [](const Candidate& a, const Candidate& b) {
      return make_pair(a.score, -a.index) < make_pair(b.score, -b.index);
    });
    Candidate best = left.back();
    left.pop_back();
    if (best.score < score_threshold) break;
    index.push_back(best.index);
    score.push_back(best.score);
    for (Candidate& other : left) other.score *= exp(-pow(iou(best, other), 2) / sigma);
  }
  int count = index.size();
  return {{{count}, index}, {{count}, score}};
}
