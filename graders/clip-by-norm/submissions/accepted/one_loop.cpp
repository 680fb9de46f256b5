#include "anneal.hpp"

NdArray<float> clip_by_norm(const NdArray<float>& grad, double limit) {
  double squares = 0;
  for (double x : grad.data) squares += x * x;
  const double norm = std::sqrt(squares);
  NdArray<float> result = grad;
  if (norm > limit)
    for (float& x : result.data) x = x / norm * limit;
  return result;
}
