#include "anneal.hpp"

namespace {

double area(double width, double height) { return width * height; }

double quotient(double dividend, double divisor) { return divisor == 0 ? 0 : dividend / divisor; }

}  // namespace

/** Generalized IoU of the boxes of each row: less the share of the enclosing box that the union does not fill. */
NdArray<float> giou(const NdArray<float>& a, const NdArray<float>& b) {
  NdArray<float> result{{a.shape[0]}, {}};
  for (std::size_t at = 0; at < a.data.size(); at += 4) {
    const std::array<double, 4> p{a.data[at], a.data[at + 1], a.data[at + 2], a.data[at + 3]};
    const std::array<double, 4> q{b.data[at], b.data[at + 1], b.data[at + 2], b.data[at + 3]};
    const double intersection = area(std::max(0.0, std::min(p[2], q[2]) - std::max(p[0], q[0])),
                                     std::max(0.0, std::min(p[3], q[3]) - std::max(p[1], q[1])));
    const double all = area(p[2] - p[0], p[3] - p[1]) + area(q[2] - q[0], q[3] - q[1]) - intersection;
    const double hull = area(std::max(p[2], q[2]) - std::min(p[0], q[0]), std::max(p[3], q[3]) - std::min(p[1], q[1]));
    result.data.push_back(static_cast<float>(quotient(intersection, all) - quotient(hull - all, hull)));
  }
  return result;
}
