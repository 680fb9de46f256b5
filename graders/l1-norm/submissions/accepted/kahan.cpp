#include "anneal.hpp"

// Kahan's compensated sum.
double l1_norm(const NdArray<double>& x) {
  double sum = 0, lost = 0;
  for (double value : x.data) {
    const double next = std::abs(value) - lost, more = sum + next;
    lost = (more - sum) - next;
    sum = more;
  }
  return sum;
}
