#include "anneal.hpp"

struct MomentumResult {
  NdArray<float> params;
  NdArray<float> velocity;
};

// A block of parameters through all its steps before the next: its state stays in the cache, in double precision.
MomentumResult momentum(const NdArray<float>& params, const NdArray<float>& grads, double lr, double mu,
                        bool nesterov) {
  constexpr int BLOCK = 512;
  const int steps = grads.shape[0], size = grads.shape[1];
  MomentumResult result{params, params};
  for (int start = 0; start < size; start += BLOCK) {
    const int length = std::min(BLOCK, size - start);
    std::array<double, BLOCK> theta, velocity{};
    std::copy_n(params.data.begin() + start, length, theta.begin());
    for (int t = 0; t < steps; t++) {
      const float* g = &grads.data[static_cast<std::size_t>(t) * size + start];
      for (int i = 0; i < length; i++) {
        velocity[i] = mu * velocity[i] + g[i];
        theta[i] -= lr * (nesterov ? g[i] + mu * velocity[i] : velocity[i]);
      }
    }
    std::copy_n(theta.begin(), length, result.params.data.begin() + start);
    std::copy_n(velocity.begin(), length, result.velocity.data.begin() + start);
  }
  return result;
}
