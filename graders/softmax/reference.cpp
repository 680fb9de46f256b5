#include "anneal.hpp"

/** As F.softmax over the last axis; the maximum of a row is subtracted, so that its largest exponent is 0. */
NdArray<float> softmax(const NdArray<float>& x) {
  const int rows = x.shape[0], width = x.shape[1];
  auto out = NdArray<float>::zeros(x.shape);
  std::vector<double> exps(width);
  for (int n = 0; n < rows; n++) {
    const float* row = x.data.data() + n * width;
    const double highest = *std::max_element(row, row + width);
    double total = 0;
    for (int j = 0; j < width; j++) total += exps[j] = std::exp(row[j] - highest);
    for (int j = 0; j < width; j++) out.data[n * width + j] = exps[j] / total;
  }
  return out;
}
