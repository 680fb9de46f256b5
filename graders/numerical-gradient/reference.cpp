#include "anneal.hpp"

/** (f(x + h e_i) - f(x - h e_i)) / 2h for each i. */
NdArray<double> numerical_gradient(const NdArray<double>& a, const NdArray<double>& b, const NdArray<double>& x,
                                   double h) {
  const std::size_t size = x.data.size();
  std::vector<double> at = x.data;
  const auto f = [&] {
    double sum = 0;
    for (std::size_t i = 0; i < size; i++) {
      const double product = std::inner_product(at.begin(), at.end(), a.data.begin() + i * size, 0.0);
      sum += at[i] * (product / 2 + b.data[i]) + std::sin(at[i]);
    }
    return sum;
  };
  NdArray<double> gradient = x;
  for (std::size_t i = 0; i < size; i++) {
    at[i] = x.data[i] + h;
    const double more = f();
    at[i] = x.data[i] - h;
    gradient.data[i] = (more - f()) / (2 * h);
    at[i] = x.data[i];
  }
  return gradient;
}
