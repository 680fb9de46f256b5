#include "anneal.hpp"

/** As torch.nn.utils.clip_grad_value_: each number by itself. */
NdArray<float> clip_by_value(NdArray<float> grad, double limit) {
  const float bound = limit;
  for (float& x : grad.data) x = std::clamp(x, -bound, bound);
  return grad;
}
