#include "anneal.hpp"

static double f(const NdArray<double>& a, const NdArray<double>& b, const std::vector<double>& x) {
  const int n = x.size();
  double quadratic = 0, rest = 0;
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < n; j++) quadratic += x[i] * a.data[i * n + j] * x[j];
    rest += b.data[i] * x[i] + std::sin(x[i]);
  }
  return quadratic / 2 + rest;
}

// A fresh copy for each point.
NdArray<double> numerical_gradient(const NdArray<double>& a, const NdArray<double>& b, const NdArray<double>& x,
                                   double h) {
  NdArray<double> gradient = NdArray<double>::zeros(x.shape);
  for (int i = 0; i < x.shape[0]; i++) {
    auto more = x.data, less = x.data;
    more[i] += h;
    less[i] -= h;
    gradient.data[i] = (f(a, b, more) - f(a, b, less)) / (2 * h);
  }
  return gradient;
}
