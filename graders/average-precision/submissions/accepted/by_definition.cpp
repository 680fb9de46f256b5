#include "anneal.hpp"

using namespace std;

namespace {

struct Point {
  double recall, precision;
};

// The best precision at this recall or a higher one.
double best(const vector<Point>& curve, double recall) {
  double highest = 0;
  for (const Point& point : curve)
    if (point.recall >= recall) highest = max(highest, point.precision);
  return highest;
}

}  // namespace

double average_precision(const NdArray<uint8_t>& tp, const NdArray<float>& scores, int positives, string method) {
  int n = scores.shape[0];
  vector<int> order(n);
  for (int i = 0; i < n; i++) order[i] = i;
  sort(order.begin(), order.end(), [&](int a, int b) {
    return scores.data[a] != scores.data[b] ? scores.data[a] > scores.data[b] : a < b;
  });
  vector<Point> curve;
  int hits = 0;
  for (int k = 0; k < n; k++) {
    hits += tp.data[order[k]];
    if (positives) curve.push_back({double(hits) / positives, double(hits) / (k + 1)});
  }
  double sum = 0, before = 0;
  if (method == "area") {
    for (const Point& point : curve) {
      if (point.recall > before) sum += (point.recall - before) * best(curve, point.recall);
      before = point.recall;
    }
    return sum;
  }
  int levels = method == "voc07" ? 11 : 101;
  for (int level = 0; level < levels; level++) sum += best(curve, double(level) / (levels - 1));
  return sum / levels;
}
