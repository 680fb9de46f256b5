#include "anneal.hpp"

// A chain of hypotenuses, which std::hypot takes without overflow.
double l2_norm(const NdArray<double>& x) {
  double norm = 0;
  for (double value : x.data) norm = std::hypot(norm, value);
  return norm;
}
