#include "anneal.hpp"

// The norm as a chain of hypotenuses: nothing is squared.
NdArray<float> clip_by_norm(const NdArray<float>& grad, double limit) {
  const double norm = std::accumulate(grad.data.begin(), grad.data.end(), 0.0,
                                      [](double so_far, double x) { return std::hypot(so_far, x); });
  NdArray<float> result{grad.shape, {}};
  std::transform(grad.data.begin(), grad.data.end(), std::back_inserter(result.data),
                 [&](double x) { return norm > limit ? x * (limit / norm) : x; });
  return result;
}
