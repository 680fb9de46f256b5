#include "anneal.hpp"

struct RmspropResult {
  NdArray<float> params;
  NdArray<float> square_avg;
};

/** Hinton's lecture 6e, as torch.optim.RMSprop computes it: no correction for the start at zero, eps is added to the root. */
RmspropResult rmsprop(const NdArray<float>& params, const NdArray<float>& grads, double lr, double alpha, double eps) {
  std::vector<double> p(params.data.begin(), params.data.end()), average(p.size());
  for (std::size_t at = 0; at < grads.data.size(); at++) {
    const double g = grads.data[at];
    double& square = average[at % p.size()];
    square = alpha * square + (1 - alpha) * g * g;
    p[at % p.size()] -= lr * g / (std::sqrt(square) + eps);
  }
  return {{params.shape, {p.begin(), p.end()}}, {params.shape, {average.begin(), average.end()}}};
}
