#include "anneal.hpp"

struct AdamwResult {
  NdArray<float> params;
  NdArray<float> m;
  NdArray<float> v;
};

/** Loshchilov and Hutter 2019, Algorithm 2, as torch.optim.AdamW computes it: the decay is multiplied by lr and applied to the parameters alone. */
AdamwResult adamw(const NdArray<float>& params, const NdArray<float>& grads, double lr, double beta1, double beta2,
                  double eps, double weight_decay) {
  const std::size_t size = params.data.size();
  std::vector<double> p(params.data.begin(), params.data.end()), m(size), v(size);
  for (std::size_t at = 0; at < grads.data.size(); at++) {
    const std::size_t i = at % size, t = at / size + 1;
    const double g = grads.data[at];
    m[i] = beta1 * m[i] + (1 - beta1) * g;
    v[i] = beta2 * v[i] + (1 - beta2) * g * g;
    const double root = std::sqrt(v[i] / (1 - std::pow(beta2, t)));
    p[i] = p[i] * (1 - lr * weight_decay) - lr * (m[i] / (1 - std::pow(beta1, t))) / (root + eps);
  }
  const auto single = [&](const std::vector<double>& values) {
    return NdArray<float>{params.shape, {values.begin(), values.end()}};
  };
  return {single(p), single(m), single(v)};
}
