#include "anneal.hpp"

NdArray<double> precision_envelope(NdArray<double> precision) {
  auto& data = precision.data;
  std::partial_sum(data.rbegin(), data.rend(), data.rbegin(), [](double one, double other) { return std::max(one, other); });
  return precision;
}
