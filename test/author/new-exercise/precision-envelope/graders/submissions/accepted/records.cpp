#include "anneal.hpp"

// Between two records the largest does not change: each stretch is filled at once.
NdArray<double> precision_envelope(NdArray<double> precision) {
  for (auto at = precision.data.rbegin(); at != precision.data.rend();) {
    const double record = *at;
    const auto next = std::find_if(at, precision.data.rend(), [record](double value) { return value > record; });
    std::fill(at, next, record);
    at = next;
  }
  return precision;
}
