#include "anneal.hpp"

double l1_norm(const NdArray<double>& x) {
  return std::accumulate(x.data.begin(), x.data.end(), 0.0,
                         [](double sum, double value) { return sum + std::abs(value); });
}
