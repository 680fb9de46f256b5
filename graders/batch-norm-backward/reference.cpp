#include "anneal.hpp"

struct BatchNormBackwardResult {
  NdArray<float> x;
  NdArray<float> gamma;
  NdArray<float> beta;
};

/** Ioffe and Szegedy 2015, section 3, simplified: from g goes its mean, and its share along the normalised x. */
BatchNormBackwardResult batch_norm_backward(const NdArray<float>& grad_out, const NdArray<float>& x,
                                            const NdArray<float>& gamma, double eps) {
  const int samples = x.shape[0], features = x.shape[1];
  BatchNormBackwardResult result{x, gamma, gamma};
  for (int d = 0; d < features; d++) {
    double mean = 0, squares = 0, total = 0, along = 0;
    for (int n = 0; n < samples; n++) mean += double(x.data[n * features + d]) / samples;
    for (int n = 0; n < samples; n++) squares += std::pow(x.data[n * features + d] - mean, 2);
    const double deviation = std::sqrt(squares / samples + eps);
    const auto normalised = [&](int n) { return (x.data[n * features + d] - mean) / deviation; };
    for (int n = 0; n < samples; n++) {
      total += grad_out.data[n * features + d];
      along += grad_out.data[n * features + d] * normalised(n);
    }
    result.beta.data[d] = total;
    result.gamma.data[d] = along;
    for (int n = 0; n < samples; n++)
      result.x.data[n * features + d] =
          gamma.data[d] / deviation * (grad_out.data[n * features + d] - (total + normalised(n) * along) / samples);
  }
  return result;
}
