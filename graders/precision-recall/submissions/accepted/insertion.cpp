#include "anneal.hpp"

struct PrecisionRecallResult {
  NdArray<double> precision;
  NdArray<double> recall;
};

// Each detection is put in behind all that are at least as good, and every rank counts what stands before it anew.
PrecisionRecallResult precision_recall(const NdArray<std::uint8_t>& tp, const NdArray<float>& scores, int positives) {
  std::vector<int> ranking;
  for (int i = 0; i < scores.shape[0]; i++) {
    auto place = ranking.end();
    while (place != ranking.begin() && scores.data[*(place - 1)] < scores.data[i]) --place;
    ranking.insert(place, i);
  }
  PrecisionRecallResult curve{NdArray<double>::zeros(scores.shape), NdArray<double>::zeros(scores.shape)};
  for (std::size_t k = 0; k < ranking.size(); k++) {
    const auto hits = std::count_if(ranking.begin(), ranking.begin() + k + 1, [&](int i) { return tp.data[i] != 0; });
    curve.precision.data[k] = static_cast<double>(hits) / (k + 1);
    if (positives) curve.recall.data[k] = static_cast<double>(hits) / positives;
  }
  return curve;
}
