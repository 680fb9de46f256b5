#include "anneal.hpp"

struct MomentumResult {
  NdArray<float> params;
  NdArray<float> velocity;
};

// Without a recurrence: how much each gradient has moved the parameters, and how much of it is left in the velocity, is known beforehand.
MomentumResult momentum(const NdArray<float>& params, const NdArray<float>& grads, double lr, double mu,
                        bool nesterov) {
  const int steps = grads.shape[0], size = grads.shape[1];
  std::vector<double> moved(size), velocity(size);
  for (int t = 0; t < steps; t++) {
    const double left = std::pow(mu, steps - 1 - t);
    double weight = 0;
    for (int later = 0; later < steps - t; later++) weight += std::pow(mu, later);
    // Nesterov: at each step g + mu v, so the gradient itself counts once more and its share in v by mu.
    if (nesterov) weight = 1 + mu * weight;
    for (int i = 0; i < size; i++) {
      const double g = grads.data[static_cast<std::size_t>(t) * size + i];
      moved[i] += weight * g;
      velocity[i] += left * g;
    }
  }
  MomentumResult result{params, NdArray<float>::zeros(params.shape)};
  for (int i = 0; i < size; i++) {
    result.params.data[i] = params.data[i] - lr * moved[i];
    result.velocity.data[i] = velocity[i];
  }
  return result;
}
