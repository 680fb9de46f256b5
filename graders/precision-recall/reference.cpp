#include "anneal.hpp"

struct PrecisionRecallResult {
  NdArray<double> precision;
  NdArray<double> recall;
};

/** A point of the precision-recall curve for each detection, by falling score (ties by index): of all detections down to this one. */
PrecisionRecallResult precision_recall(const NdArray<std::uint8_t>& tp, const NdArray<float>& scores, int positives) {
  std::vector<int> order(scores.data.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return scores.data[a] > scores.data[b]; });
  PrecisionRecallResult curve{{scores.shape, {}}, {scores.shape, {}}};
  double found = 0;
  for (std::size_t rank = 0; rank < order.size(); rank++) {
    found += tp.data[order[rank]];
    curve.precision.data.push_back(found / static_cast<double>(rank + 1));
    curve.recall.data.push_back(positives > 0 ? found / positives : 0);
  }
  return curve;
}
