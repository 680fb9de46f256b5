#include "anneal.hpp"

using namespace std;

struct Box {
  double x1, y1, x2, y2;

  double w() const { return x2 - x1; }
  double h() const { return y2 - y1; }
  double cx() const { return (x1 + x2) / 2; }
  double cy() const { return (y1 + y2) / 2; }
};

static Box row(const NdArray<float>& boxes, int i) {
  const float* at = &boxes.data[4 * i];
  return {at[0], at[1], at[2], at[3]};
}

NdArray<float> ciou(const NdArray<float>& a, const NdArray<float>& b) {
  const double PI = 3.14159265358979323846;
  NdArray<float> result{{a.shape[0]}, {}};
  for (int i = 0; i < a.shape[0]; i++) {
    Box p = row(a, i), q = row(b, i);
    Box both{max(p.x1, q.x1), max(p.y1, q.y1), min(p.x2, q.x2), min(p.y2, q.y2)};
    Box hull{min(p.x1, q.x1), min(p.y1, q.y1), max(p.x2, q.x2), max(p.y2, q.y2)};
    double shared = both.w() > 0 && both.h() > 0 ? both.w() * both.h() : 0;
    double iou = shared / (p.w() * p.h() + q.w() * q.h() - shared);
    double rho2 = pow(p.cx() - q.cx(), 2) + pow(p.cy() - q.cy(), 2);
    double v = 4 / (PI * PI) * pow(atan(p.w() / p.h()) - atan(q.w() / q.h()), 2);
    double alpha = v / max(1 - iou + v, 1e-12);
    result.data.push_back(iou - rho2 / (hull.w() * hull.w() + hull.h() * hull.h()) - alpha * v);
  }
  return result;
}
