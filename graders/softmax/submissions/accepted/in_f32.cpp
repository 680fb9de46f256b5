#include "anneal.hpp"

// In f32, in place on a copy.
NdArray<float> softmax(NdArray<float> x) {
  const int width = x.shape[1];
  for (auto row = x.data.begin(); row != x.data.end(); row += width) {
    const float best = *std::max_element(row, row + width);
    std::transform(row, row + width, row, [best](float v) { return std::exp(v - best); });
    const float sum = std::accumulate(row, row + width, 0.0f);
    std::transform(row, row + width, row, [sum](float v) { return v / sum; });
  }
  return x;
}
