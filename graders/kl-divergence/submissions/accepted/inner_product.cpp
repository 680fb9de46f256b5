#include "anneal.hpp"

static double term(double x, double y) {
  if (x == 0) return 0;
  return y == 0 ? std::numeric_limits<double>::infinity() : x * (std::log(x) - std::log(y));
}

double kl_divergence(const NdArray<double>& p, const NdArray<double>& q) {
  return std::inner_product(p.data.begin(), p.data.end(), q.data.begin(), 0.0, std::plus<double>(), term);
}
