#include "anneal.hpp"

struct CrossEntropyResult {
  double loss;
  NdArray<float> grad;
};

/** As torch.nn.functional.cross_entropy: the log-sum-exp of a row less its right logit; the gradient is p - y over N. */
CrossEntropyResult cross_entropy(const NdArray<float>& logits, const NdArray<int>& labels) {
  const int samples = logits.shape[0], classes = logits.shape[1];
  CrossEntropyResult result{0, NdArray<float>::zeros(logits.shape)};
  for (int i = 0; i < samples; i++) {
    const float* z = &logits.data[i * classes];
    const double highest = *std::max_element(z, z + classes);
    double total = 0;
    for (int k = 0; k < classes; k++) total += std::exp(z[k] - highest);
    const int label = labels.data[i];
    result.loss += (highest + std::log(total) - z[label]) / samples;
    for (int k = 0; k < classes; k++)
      result.grad.data[i * classes + k] = (std::exp(z[k] - highest) / total - (k == label)) / samples;
  }
  return result;
}
