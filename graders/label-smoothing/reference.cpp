#include "anneal.hpp"

/** As torch.nn.functional.cross_entropy(label_smoothing=epsilon): the targets add up to 1, so that the log-sum-exp of a row counts once. */
double label_smoothing(const NdArray<float>& logits, const NdArray<int>& labels, double epsilon) {
  const int samples = logits.shape[0], classes = logits.shape[1];
  double loss = 0;
  for (int i = 0; i < samples; i++) {
    const float* z = &logits.data[i * classes];
    const double highest = *std::max_element(z, z + classes);
    double powers = 0, sum = 0;
    for (int k = 0; k < classes; k++) {
      powers += std::exp(z[k] - highest);
      sum += z[k] - highest;
    }
    const double right = z[labels.data[i]] - highest;
    loss += (std::log(powers) - (1 - epsilon) * right - epsilon * sum / classes) / samples;
  }
  return loss;
}
