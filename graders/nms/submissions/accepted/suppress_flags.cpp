#include "anneal.hpp"

using namespace std;

// The textbook's two loops: each box that is still there marks those behind it that it covers.
NdArray<int32_t> nms(const NdArray<float>& boxes, const NdArray<float>& scores, double threshold) {
  int n = scores.shape[0];
  vector<int> order(n);
  for (int i = 0; i < n; i++) order[i] = i;
  sort(order.begin(), order.end(), [&](int a, int b) {
    return scores.data[a] != scores.data[b] ? scores.data[a] > scores.data[b] : a < b;
  });
  vector<double> x1(n), y1(n), x2(n), y2(n), area(n);
  for (int i = 0; i < n; i++) {
    const float* box = &boxes.data[4 * order[i]];
    x1[i] = box[0], y1[i] = box[1], x2[i] = box[2], y2[i] = box[3];
    area[i] = (x2[i] - x1[i]) * (y2[i] - y1[i]);
  }
  vector<char> gone(n);
  NdArray<int32_t> kept{{0}, {}};
  for (int i = 0; i < n; i++) {
    if (gone[i]) continue;
    kept.data.push_back(order[i]);
    for (int j = i + 1; j < n; j++) {
      double width = max(0.0, min(x2[i], x2[j]) - max(x1[i], x1[j]));
      double height = max(0.0, min(y2[i], y2[j]) - max(y1[i], y1[j]));
      double overlap = width * height;
      if (overlap / (area[i] + area[j] - overlap) > threshold) gone[j] = 1;
    }
  }
  kept.shape[0] = kept.data.size();
  return kept;
}
