// diagnosis: none
// The abs of <cstdlib> takes an int.
#include "anneal.hpp"

double l1_norm(const NdArray<double>& x) {
  double sum = 0;
  for (double value : x.data) sum += std::abs(static_cast<int>(value));
  return sum;
}
