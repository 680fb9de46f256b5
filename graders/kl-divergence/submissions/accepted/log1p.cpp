#include "anneal.hpp"

// -log(1 + (q - p) / p): good where the two are near each other.
double kl_divergence(const NdArray<double>& p, const NdArray<double>& q) {
  double sum = 0;
  for (int i = 0; i < p.shape[0]; i++) {
    const double x = p.data[i], y = q.data[i];
    if (x == 0) continue;
    sum -= std::abs(y - x) < x / 2 ? x * std::log1p((y - x) / x) : x * std::log(y / x);
  }
  return sum;
}
