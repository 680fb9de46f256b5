#include "anneal.hpp"

struct AdamResult {
  NdArray<float> params, m, v;
};

// As on paper: one moment after the other, the corrected averages in arrays of their own.
AdamResult adam(const NdArray<float>& params, const NdArray<float>& grads, double lr, double beta1, double beta2,
                double eps) {
  int steps = grads.shape[0], size = grads.shape[1];
  std::vector<double> theta(params.data.begin(), params.data.end()), m(size), v(size), m_hat(size), v_hat(size);
  for (int t = 1; t <= steps; t++) {
    double bias1 = 1 - std::pow(beta1, t), bias2 = 1 - std::pow(beta2, t);
    for (int i = 0; i < size; i++) {
      double g = grads.data[(t - 1) * size + i];
      m[i] = beta1 * m[i] + (1 - beta1) * g;
      v[i] = beta2 * v[i] + (1 - beta2) * g * g;
    }
    for (int i = 0; i < size; i++) {
      m_hat[i] = m[i] / bias1;
      v_hat[i] = v[i] / bias2;
    }
    for (int i = 0; i < size; i++) theta[i] -= lr * m_hat[i] / (std::sqrt(v_hat[i]) + eps);
  }
  auto narrow = [&](const std::vector<double>& values) {
    return NdArray<float>{params.shape, {values.begin(), values.end()}};
  };
  return {narrow(theta), narrow(m), narrow(v)};
}
