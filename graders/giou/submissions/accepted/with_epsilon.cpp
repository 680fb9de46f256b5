#include "anneal.hpp"

// iou + union / hull - 1, with an epsilon in both divisors.
NdArray<float> giou(const NdArray<float>& a, const NdArray<float>& b) {
  constexpr double EPS = 1e-9;
  NdArray<float> result{{a.shape[0]}, std::vector<float>(a.shape[0])};
  const float *p = a.data.data(), *q = b.data.data();
  for (float& value : result.data) {
    double shared = 1, hull = 1, first = 1, second = 1;
    for (int axis = 0; axis < 2; axis++) {
      shared *= std::max(0.0, double(std::min(p[axis + 2], q[axis + 2])) - std::max(p[axis], q[axis]));
      hull *= double(std::max(p[axis + 2], q[axis + 2])) - std::min(p[axis], q[axis]);
      first *= double(p[axis + 2]) - p[axis];
      second *= double(q[axis + 2]) - q[axis];
    }
    const double covered = first + second - shared;
    value = shared / (covered + EPS) + (covered + EPS) / (hull + EPS) - 1;
    p += 4, q += 4;
  }
  return result;
}
