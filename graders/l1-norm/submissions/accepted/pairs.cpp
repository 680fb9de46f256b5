#include "anneal.hpp"

// By halves, as numpy sums.
static double of_range(const double* from, const double* to) {
  if (to - from <= 1) return from == to ? 0 : std::fabs(*from);
  const double* middle = from + (to - from) / 2;
  return of_range(from, middle) + of_range(middle, to);
}

double l1_norm(const NdArray<double>& x) { return of_range(x.data.data(), x.data.data() + x.data.size()); }
