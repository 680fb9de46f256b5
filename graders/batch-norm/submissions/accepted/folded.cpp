#include "anneal.hpp"

struct BatchNormResult {
  NdArray<float> y, running_mean, running_var;
};

// Inference and training share the affine map at the end; the statistics are gathered in one sweep over all channels.
BatchNormResult batch_norm(const NdArray<float>& x, const NdArray<float>& gamma, const NdArray<float>& beta,
                           NdArray<float> running_mean, NdArray<float> running_var, bool training, double momentum,
                           double eps) {
  const std::size_t C = x.shape[1], plane = std::size_t(x.shape[2]) * x.shape[3], size = x.data.size();
  std::vector<double> mean(running_mean.data.begin(), running_mean.data.end());
  std::vector<double> var(running_var.data.begin(), running_var.data.end());
  if (training) {
    const double m = double(size / C);
    std::fill(mean.begin(), mean.end(), 0.0);
    std::fill(var.begin(), var.end(), 0.0);
    for (std::size_t i = 0; i < size; i++) mean[i / plane % C] += x.data[i];
    for (double& sum : mean) sum /= m;
    for (std::size_t i = 0; i < size; i++) var[i / plane % C] += std::pow(x.data[i] - mean[i / plane % C], 2);
    for (std::size_t c = 0; c < C; c++) {
      running_mean.data[c] += momentum * (mean[c] - running_mean.data[c]);
      running_var.data[c] += momentum * (var[c] / (m - 1) - running_var.data[c]);
      var[c] /= m;
    }
  }
  NdArray<float> y = NdArray<float>::zeros(x.shape);
  for (std::size_t i = 0; i < size; i++) {
    const std::size_t c = i / plane % C;
    const double scale = gamma.data[c] / std::sqrt(var[c] + eps);
    y.data[i] = x.data[i] * scale + (beta.data[c] - mean[c] * scale);
  }
  return {y, running_mean, running_var};
}
