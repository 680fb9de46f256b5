#include "anneal.hpp"

double smooth_l1(const NdArray<float>& pred, const NdArray<float>& target, double beta) {
  const auto term = [beta](double p, double t) {
    const double d = std::fabs(p - t);
    if (beta == 0) return d;
    return d < beta ? 0.5 * d * (d / beta) : d - 0.5 * beta;
  };
  return std::inner_product(pred.data.begin(), pred.data.end(), target.data.begin(), 0.0, std::plus<>(), term) /
         pred.data.size();
}
