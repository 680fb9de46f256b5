#include "anneal.hpp"

using namespace std;

// All pairs that overlap enough, sorted once; the first that finds both sides free wins.
NdArray<uint8_t> match_detections(const NdArray<float>& boxes, const NdArray<float>& scores, const NdArray<float>& truths,
                                  double threshold) {
  using Key = tuple<float, int, double, int>;  // negated, so that the smallest comes first
  vector<Key> pairs;
  for (int d = 0; d < boxes.shape[0]; d++) {
    const float* a = &boxes.data[4 * d];
    for (int g = 0; g < truths.shape[0]; g++) {
      const float* b = &truths.data[4 * g];
      double w = double(min(a[2], b[2])) - max(a[0], b[0]), h = double(min(a[3], b[3])) - max(a[1], b[1]);
      if (w <= 0 || h <= 0) continue;
      double sum = (double(a[2]) - a[0]) * (double(a[3]) - a[1]) + (double(b[2]) - b[0]) * (double(b[3]) - b[1]);
      double iou = w * h / (sum - w * h);
      if (iou >= threshold) pairs.emplace_back(-scores.data[d], d, -iou, -g);
    }
  }
  sort(pairs.begin(), pairs.end());
  NdArray<uint8_t> tp{scores.shape, vector<uint8_t>(scores.data.size())};
  vector<char> taken(truths.shape[0]);
  for (const auto& [score, d, iou, g] : pairs) {
    if (tp.data[d] || taken[-g]) continue;
    tp.data[d] = taken[-g] = 1;
  }
  return tp;
}
