#include "anneal.hpp"

/** As BLAS's dnrm2 up to LAPACK 3.9: scaled by the largest magnitude, so that no square is above 1 and one is 1. */
double l2_norm(const NdArray<double>& x) {
  double largest = 0, sum = 0;
  for (double value : x.data) largest = std::max(largest, std::abs(value));
  if (largest == 0) return 0;
  for (double value : x.data) sum += (value / largest) * (value / largest);
  return largest * std::sqrt(sum);
}
