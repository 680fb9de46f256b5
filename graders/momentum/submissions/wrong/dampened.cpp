// diagnosis: ema-velocity
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
      float g = grads.data[t * size + i];
      float& v = out.velocity.data[i];
      v = mu * v + (1 - mu) * g;
      out.params.data[i] -= lr * (nesterov ? g + mu * v : v);
    }
  }
  return out;
}
