#include "anneal.hpp"

struct AdamwResult {
  NdArray<float> v, params, m;
};

struct Parameter {
  double theta, m = 0, v = 0;
};

// All steps of one parameter, then all of the next.
AdamwResult adamw(NdArray<float> params, NdArray<float> grads, double lr, double beta1, double beta2, double eps,
                  double weight_decay) {
  AdamwResult result{params, params, params};
  for (int i = 0; i < params.shape[0]; i++) {
    Parameter p{params.data[i]};
    for (int t = 0; t < grads.shape[0]; t++) {
      const double g = grads.data[t * params.shape[0] + i];
      p.theta -= lr * weight_decay * p.theta;
      p.m = beta1 * p.m + (1 - beta1) * g;
      p.v = beta2 * p.v + (1 - beta2) * g * g;
      const double m_hat = p.m / (1 - std::pow(beta1, t + 1)), v_hat = p.v / (1 - std::pow(beta2, t + 1));
      p.theta -= lr * m_hat / (std::sqrt(v_hat) + eps);
    }
    result.params.data[i] = p.theta, result.m.data[i] = p.m, result.v.data[i] = p.v;
  }
  return result;
}
