#include "anneal.hpp"

using namespace std;

struct Box {
  double x1, y1, x2, y2;

  static Box row(const NdArray<float>& all, int i) {
    return {all.data[4 * i], all.data[4 * i + 1], all.data[4 * i + 2], all.data[4 * i + 3]};
  }
  double area() const { return x2 > x1 && y2 > y1 ? (x2 - x1) * (y2 - y1) : 0; }
};

NdArray<float> giou(const NdArray<float>& a, const NdArray<float>& b) {
  NdArray<float> result{{a.shape[0]}, {}};
  for (int i = 0; i < a.shape[0]; i++) {
    Box p = Box::row(a, i), q = Box::row(b, i);
    Box both{max(p.x1, q.x1), max(p.y1, q.y1), min(p.x2, q.x2), min(p.y2, q.y2)};
    Box hull{min(p.x1, q.x1), min(p.y1, q.y1), max(p.x2, q.x2), max(p.y2, q.y2)};
    double covered = p.area() + q.area() - both.area();
    double value = covered > 0 ? both.area() / covered : 0;
    if (hull.area() > 0) value -= (hull.area() - covered) / hull.area();
    result.data.push_back(value);
  }
  return result;
}
