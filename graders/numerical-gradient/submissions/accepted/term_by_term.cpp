#include "anneal.hpp"

// Term by term: the difference of each has a formula of its own.
NdArray<double> numerical_gradient(const NdArray<double>& a, const NdArray<double>& b, const NdArray<double>& x,
                                   double h) {
  NdArray<double> gradient = b;
  const std::size_t n = x.data.size();
  for (std::size_t at = 0; at < a.data.size(); at++) {
    const std::size_t i = at / n, j = at % n;
    gradient.data[i] += a.data[at] * x.data[j] / 2;
    gradient.data[j] += a.data[at] * x.data[i] / 2;
  }
  for (std::size_t i = 0; i < n; i++)
    gradient.data[i] += (std::sin(x.data[i] + h) - std::sin(x.data[i] - h)) / (2 * h);
  return gradient;
}
