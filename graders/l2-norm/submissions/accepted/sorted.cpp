#include "anneal.hpp"

// The magnitudes in order: the last is the scale, and the small ones are added first.
double l2_norm(const NdArray<double>& x) {
  std::vector<double> sizes;
  for (double value : x.data)
    if (value != 0) sizes.push_back(std::fabs(value));
  if (sizes.empty()) return 0;
  std::sort(sizes.begin(), sizes.end());
  double sum = 0;
  for (double size : sizes) sum += std::pow(size / sizes.back(), 2);
  return std::sqrt(sum) * sizes.back();
}
