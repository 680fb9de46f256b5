#include "anneal.hpp"

/** As paddle.nn.ClipGradByNorm: one factor for all numbers, at most 1. */
NdArray<float> clip_by_norm(NdArray<float> grad, double limit) {
  const double squares = std::inner_product(grad.data.begin(), grad.data.end(), grad.data.begin(), 0.0,
                                            std::plus<>(), [](double x, double y) { return x * y; });
  const double factor = limit / std::max(std::sqrt(squares), limit);
  for (float& x : grad.data) x *= factor;
  return grad;
}
