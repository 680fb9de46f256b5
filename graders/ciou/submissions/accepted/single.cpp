#include "anneal.hpp"

// The difference of two angles from one arctangent; single precision but for the sums.
NdArray<float> ciou(const NdArray<float>& a, const NdArray<float>& b) {
  const float pi = std::acos(-1.0f);
  auto result = NdArray<float>::zeros({a.shape[0]});
  for (int i = 0; i < a.shape[0]; i++) {
    const float *p = &a.data[4 * i], *q = &b.data[4 * i];
    const float pw = p[2] - p[0], ph = p[3] - p[1], qw = q[2] - q[0], qh = q[3] - q[1];
    const float w = std::min(p[2], q[2]) - std::max(p[0], q[0]), h = std::min(p[3], q[3]) - std::max(p[1], q[1]);
    const float shared = std::max(w, 0.0f) * std::max(h, 0.0f);
    const float iou = shared / (pw * ph + qw * qh - shared);
    const float dx = (p[0] - q[0] + p[2] - q[2]) / 2, dy = (p[1] - q[1] + p[3] - q[3]) / 2;
    const float cw = std::max(p[2], q[2]) - std::min(p[0], q[0]), ch = std::max(p[3], q[3]) - std::min(p[1], q[1]);
    const float turn = std::atan2(pw * qh - qw * ph, ph * qh + pw * qw);
    const float v = 4 * turn * turn / (pi * pi);
    result.data[i] = iou - (dx * dx + dy * dy) / (cw * cw + ch * ch) - v * v / (1 - iou + v + 1e-7f);
  }
  return result;
}
