#include "anneal.hpp"

/** As scipy.special.rel_entr, summed: 0 log 0 is 0, and what q rules out makes it infinite. */
double kl_divergence(const NdArray<double>& p, const NdArray<double>& q) {
  double sum = 0;
  for (std::size_t i = 0; i < p.data.size(); i++)
    if (p.data[i] > 0) sum += p.data[i] * std::log(p.data[i] / q.data[i]);
  return sum;
}
