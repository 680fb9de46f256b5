#include "anneal.hpp"

// |x + limit| - |x - limit| is twice x between the bounds, and twice a bound beyond it.
NdArray<float> clip_by_value(const NdArray<float>& grad, double limit) {
  NdArray<float> result{grad.shape, {}};
  for (double x : grad.data) result.data.push_back((std::abs(x + limit) - std::abs(x - limit)) / 2);
  return result;
}
