// diagnosis: no-momentum
#include "anneal.hpp"

struct MomentumResult {
  NdArray<float> params;
  NdArray<float> velocity;
};

MomentumResult momentum(const NdArray<float>& params, const NdArray<float>& grads, double lr, double mu,
                        bool nesterov) {
  int steps = grads.shape[0], size = grads.shape[1];
  MomentumResult out{params, NdArray<float>::zeros(params.shape)};
  for (int t = 0; t < steps; t++) {
    for (int i = 0; i < size; i++) {
      out.velocity.data[i] = grads.data[t * size + i];
      out.params.data[i] -= lr * out.velocity.data[i];
    }
  }
  return out;
}
