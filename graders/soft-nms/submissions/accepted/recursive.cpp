#include "anneal.hpp"

struct SoftNmsResult {
  NdArray<std::int32_t> index;
  NdArray<float> score;
};

namespace {

float overlap(const float* a, const float* b) {
  const float w = std::min(a[2], b[2]) - std::max(a[0], b[0]), h = std::min(a[3], b[3]) - std::max(a[1], b[1]);
  if (w <= 0 || h <= 0) return 0;
  return w * h / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h);
}

struct Run {
  const NdArray<float>& boxes;
  double sigma, threshold;
  SoftNmsResult result;

  // The score of a box is what it began with, lowered by all that have been chosen.
  void choose(std::map<int, double> left) {
    auto best = left.end();
    for (auto it = left.begin(); it != left.end(); ++it)
      if (it->second >= threshold && (best == left.end() || it->second > best->second)) best = it;
    if (best == left.end()) return;
    const auto [chosen, score] = *best;
    result.index.data.push_back(chosen);
    result.score.data.push_back(static_cast<float>(score));
    left.erase(best);
    for (auto& [other, value] : left) {
      const double u = overlap(&boxes.data[4 * chosen], &boxes.data[4 * other]);
      value *= std::exp(-u * u / sigma);
    }
    choose(std::move(left));
  }
};

}  // namespace

SoftNmsResult soft_nms(const NdArray<float>& boxes, const NdArray<float>& scores, double sigma, double score_threshold) {
  Run run{boxes, sigma, score_threshold, {{{0}, {}}, {{0}, {}}}};
  std::map<int, double> all;
  for (int i = 0; i < scores.shape[0]; i++) all[i] = scores.data[i];
  run.choose(all);
  run.result.index.shape[0] = run.result.score.shape[0] = static_cast<int>(run.result.index.data.size());
  return run.result;
}
