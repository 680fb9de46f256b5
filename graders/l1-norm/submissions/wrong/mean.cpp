// diagnosis: mean-magnitude
#include "anneal.hpp"

double l1_norm(const NdArray<double>& x) {
  double sum = 0;
  for (double value : x.data) sum += std::abs(value);
  return x.data.empty() ? 0 : sum / x.data.size();
}
