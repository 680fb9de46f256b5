#include "anneal.hpp"

/** As torch.nn.functional.smooth_l1_loss: quadratic below beta, then a straight line that goes on from there. */
double smooth_l1(const NdArray<float>& pred, const NdArray<float>& target, double beta) {
  double sum = 0;
  for (std::size_t i = 0; i < pred.data.size(); i++) {
    const double error = std::abs(static_cast<double>(pred.data[i]) - target.data[i]);
    sum += error < beta ? error * error / (2 * beta) : error - beta / 2;
  }
  return sum / pred.data.size();
}
