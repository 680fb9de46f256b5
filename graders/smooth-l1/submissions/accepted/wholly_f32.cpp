#include "anneal.hpp"

// float throughout, and the running mean instead of a sum.
float smooth_l1(const NdArray<float>& pred, const NdArray<float>& target, float beta) {
  float mean = 0;
  int count = 0;
  for (std::size_t i = 0; i < pred.data.size(); i++) {
    const float d = std::fabs(pred.data[i] - target.data[i]);
    const float near = std::min(d, beta);
    const float term = d - near + (near > 0 ? near / beta * near / 2 : 0);
    mean += (term - mean) / ++count;
  }
  return mean;
}
