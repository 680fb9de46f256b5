#include "anneal.hpp"

// In f32, in place on a copy.
NdArray<float> layer_norm(NdArray<float> x, const NdArray<float>& gamma, const NdArray<float>& beta, double eps) {
  const int D = x.shape[1];
  for (auto row = x.data.begin(); row != x.data.end(); row += D) {
    const float mean = std::accumulate(row, row + D, 0.0f) / D;
    std::transform(row, row + D, row, [mean](float v) { return v - mean; });
    const float scale = 1 / std::sqrt(std::inner_product(row, row + D, row, 0.0f) / D + static_cast<float>(eps));
    for (int d = 0; d < D; d++) row[d] = row[d] * scale * gamma.data[d] + beta.data[d];
  }
  return x;
}
