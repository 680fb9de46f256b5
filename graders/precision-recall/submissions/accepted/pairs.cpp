#include "anneal.hpp"

struct PrecisionRecallResult {
  NdArray<double> precision, recall;
};

using namespace std;

// Pairs of score and index in a sorted vector; counts of hits by partial sums.
PrecisionRecallResult precision_recall(const NdArray<uint8_t>& tp, const NdArray<float>& scores, int positives) {
  int n = scores.shape[0];
  vector<pair<float, int>> ranking(n);
  for (int i = 0; i < n; i++) ranking[i] = {-scores.data[i], i};
  sort(ranking.begin(), ranking.end());
  vector<double> hits(n);
  for (int k = 0; k < n; k++) hits[k] = tp.data[ranking[k].second];
  partial_sum(hits.begin(), hits.end(), hits.begin());
  PrecisionRecallResult result{{{n}, hits}, {{n}, hits}};
  for (int k = 0; k < n; k++) {
    result.precision.data[k] /= k + 1;
    if (positives != 0) result.recall.data[k] /= positives;
  }
  return result;
}
