#include "anneal.hpp"

/** As torch.optim.SGD without momentum: the decay joins the gradient of the step. */
NdArray<float> sgd(const NdArray<float>& params, const NdArray<float>& grads, double lr, double weight_decay) {
  std::vector<double> p(params.data.begin(), params.data.end());
  for (std::size_t at = 0; at < grads.data.size(); at++) {
    double& weight = p[at % p.size()];
    weight -= lr * (grads.data[at] + weight_decay * weight);
  }
  return {params.shape, {p.begin(), p.end()}};
}
