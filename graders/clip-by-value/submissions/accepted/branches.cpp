#include "anneal.hpp"

NdArray<float> clip_by_value(const NdArray<float>& grad, double limit) {
  NdArray<float> result = grad;
  for (std::size_t i = 0; i < grad.data.size(); i++) {
    if (grad.data[i] > limit)
      result.data[i] = limit;
    else if (grad.data[i] < -limit)
      result.data[i] = -limit;
  }
  return result;
}
