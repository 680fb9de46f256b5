#include "anneal.hpp"

struct MlpBackwardResult {
  double loss;
  NdArray<float> w1, b1, w2, b2;
};

/** The chain rule from the logits down, one sample after another: (p - y) / N, then weights by inputs, and what is below by weights. */
MlpBackwardResult mlp_backward(const NdArray<float>& x, const NdArray<int>& y, const NdArray<float>& w1,
                               const NdArray<float>& b1, const NdArray<float>& w2, const NdArray<float>& b2) {
  const int samples = x.shape[0], inputs = x.shape[1], units = w1.shape[1], classes = w2.shape[1];
  std::vector<double> dw1(w1.data.size()), db1(units), dw2(w2.data.size()), db2(classes);
  double loss = 0;
  for (int n = 0; n < samples; n++) {
    const float* input = &x.data[n * inputs];
    std::vector<double> hidden(b1.data.begin(), b1.data.end()), logits(b2.data.begin(), b2.data.end()), slope(classes);
    for (int i = 0; i < inputs; i++)
      for (int j = 0; j < units; j++) hidden[j] += double(input[i]) * w1.data[i * units + j];
    for (int j = 0; j < units; j++)
      for (int k = 0; k < classes; k++) logits[k] += std::max(hidden[j], 0.0) * w2.data[j * classes + k];
    const double highest = *std::max_element(logits.begin(), logits.end());
    double total = 0;
    for (double z : logits) total += std::exp(z - highest);
    const double log_sum = highest + std::log(total);
    loss += (log_sum - logits[y.data[n]]) / samples;
    for (int k = 0; k < classes; k++) {
      slope[k] = (std::exp(logits[k] - log_sum) - (k == y.data[n])) / samples;
      db2[k] += slope[k];
    }
    for (int j = 0; j < units; j++) {
      if (hidden[j] <= 0) continue;
      double below = 0;
      for (int k = 0; k < classes; k++) {
        dw2[j * classes + k] += hidden[j] * slope[k];
        below += w2.data[j * classes + k] * slope[k];
      }
      db1[j] += below;
      for (int i = 0; i < inputs; i++) dw1[i * units + j] += input[i] * below;
    }
  }
  const auto as_f32 = [](const std::vector<double>& values) { return std::vector<float>(values.begin(), values.end()); };
  return {loss, {w1.shape, as_f32(dw1)}, {b1.shape, as_f32(db1)}, {w2.shape, as_f32(dw2)}, {b2.shape, as_f32(db2)}};
}
