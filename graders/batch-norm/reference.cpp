#include "anneal.hpp"

struct BatchNormResult {
  NdArray<float> y;
  NdArray<float> running_mean;
  NdArray<float> running_var;
};

/** As torch.nn.functional.batch_norm, but that the running statistics are returned: the biased variance normalises, the unbiased one is averaged. */
BatchNormResult batch_norm(const NdArray<float>& x, const NdArray<float>& gamma, const NdArray<float>& beta,
                           const NdArray<float>& running_mean, const NdArray<float>& running_var, bool training,
                           double momentum, double eps) {
  const int samples = x.shape[0], channels = x.shape[1], plane = x.shape[2] * x.shape[3];
  BatchNormResult result{x, running_mean, running_var};
  for (int c = 0; c < channels; c++) {
    const auto each = [&](auto&& visit) {
      for (int n = 0; n < samples; n++)
        for (int i = 0; i < plane; i++) visit(result.y.data[(n * channels + c) * plane + i]);
    };
    double mean = running_mean.data[c], variance = running_var.data[c];
    if (training) {
      const double count = double(samples) * plane;
      double sum = 0, squares = 0;
      each([&](float value) { sum += value; });
      mean = sum / count;
      each([&](float value) { squares += (value - mean) * (value - mean); });
      variance = squares / count;
      result.running_mean.data[c] = (1 - momentum) * running_mean.data[c] + momentum * mean;
      result.running_var.data[c] = (1 - momentum) * running_var.data[c] + momentum * squares / (count - 1);
    }
    const double scale = gamma.data[c] / std::sqrt(variance + eps);
    each([&](float& value) { value = (value - mean) * scale + beta.data[c]; });
  }
  return result;
}
