#include "anneal.hpp"

struct MomentumResult {
  NdArray<float> params;
  NdArray<float> velocity;
};

/** As torch.optim.SGD: v = mu v + g with the whole gradient; Nesterov moves by g + mu v with the new v. */
MomentumResult momentum(const NdArray<float>& params, const NdArray<float>& grads, double lr, double mu,
                        bool nesterov) {
  const std::size_t size = params.data.size();
  MomentumResult state{params, NdArray<float>::zeros(params.shape)};
  for (int t = 0; t < grads.shape[0]; t++) {
    const float* gradient = grads.data.data() + t * size;
    for (std::size_t i = 0; i < size; i++) {
      const double g = gradient[i];
      const double v = mu * state.velocity.data[i] + g;
      state.velocity.data[i] = static_cast<float>(v);
      state.params.data[i] -= lr * (nesterov ? g + mu * v : v);
    }
  }
  return state;
}
