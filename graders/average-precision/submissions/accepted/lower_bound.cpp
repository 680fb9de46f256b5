#include "anneal.hpp"

// Recalls and envelope with a point in front, searched by bisection.
double average_precision(const NdArray<std::uint8_t>& tp, const NdArray<float>& scores, int positives,
                         const std::string& method) {
  std::vector<std::pair<float, int>> ranking;
  for (int at = 0; at < scores.shape[0]; at++) ranking.emplace_back(-scores.data[at], at);
  std::stable_sort(ranking.begin(), ranking.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (positives == 0 || ranking.empty()) return 0;
  std::vector<double> recall(ranking.size()), precision(ranking.size());
  int hits = 0;
  for (std::size_t k = 0; k < ranking.size(); k++) {
    hits += tp.data[ranking[k].second];
    recall[k] = 1.0 * hits / positives;
    precision[k] = 1.0 * hits / (k + 1);
  }
  std::partial_sum(precision.rbegin(), precision.rend(), precision.rbegin(),
                   [](double a, double b) { return std::max(a, b); });
  if (method == "area") {
    std::adjacent_difference(recall.begin(), recall.end(), recall.begin());
    return std::inner_product(recall.begin(), recall.end(), precision.begin(), 0.0);
  }
  const int steps = method == "voc07" ? 10 : 100;
  double sum = 0;
  for (int level = 0; level <= steps; level++) {
    const auto place = std::lower_bound(recall.begin(), recall.end(), level / static_cast<double>(steps));
    if (place != recall.end()) sum += precision[place - recall.begin()];
  }
  return sum / (steps + 1);
}
