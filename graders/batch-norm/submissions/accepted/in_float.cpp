#include "anneal.hpp"

struct BatchNormResult {
  NdArray<float> y, running_mean, running_var;
};

// In float throughout, with the values of a channel copied together.
BatchNormResult batch_norm(const NdArray<float>& x, const NdArray<float>& gamma, const NdArray<float>& beta,
                           const NdArray<float>& running_mean, const NdArray<float>& running_var, bool training,
                           double momentum, double eps) {
  BatchNormResult r{NdArray<float>::zeros(x.shape), running_mean, running_var};
  const int channels = x.shape[1], plane = x.shape[2] * x.shape[3];
  for (int c = 0; c < channels; c++) {
    std::vector<int> at;
    for (int n = 0; n < x.shape[0]; n++)
      for (int i = 0; i < plane; i++) at.push_back((n * channels + c) * plane + i);
    float mean = running_mean.data[c], var = running_var.data[c];
    if (training) {
      const float m = at.size();
      mean = 0;
      for (int i : at) mean += x.data[i];
      mean /= m;
      var = 0;
      for (int i : at) var += (x.data[i] - mean) * (x.data[i] - mean);
      const float rate = momentum;
      r.running_mean.data[c] = (1 - rate) * running_mean.data[c] + rate * mean;
      r.running_var.data[c] = (1 - rate) * running_var.data[c] + rate * var / (m - 1);
      var /= m;
    }
    const float deviation = std::sqrt(var + float(eps));
    for (int i : at) r.y.data[i] = gamma.data[c] * ((x.data[i] - mean) / deviation) + beta.data[c];
  }
  return r;
}
