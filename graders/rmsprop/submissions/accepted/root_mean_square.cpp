#include "anneal.hpp"

struct RmspropResult {
  NdArray<float> params, square_avg;
};

// Keeps the root of the average instead of the average: a hypotenuse at each step.
RmspropResult rmsprop(const NdArray<float>& params, const NdArray<float>& grads, double lr, double alpha, double eps) {
  const std::size_t size = params.data.size();
  const double keep = std::sqrt(alpha), share = std::sqrt(1 - alpha);
  std::vector<double> theta(params.data.begin(), params.data.end()), rms(size);
  for (auto row = grads.data.begin(); row != grads.data.end(); row += size) {
    for (std::size_t i = 0; i < size; i++) {
      rms[i] = std::hypot(keep * rms[i], share * row[i]);
      theta[i] -= lr / (rms[i] + eps) * row[i];
    }
  }
  RmspropResult result{params, params};
  std::copy(theta.begin(), theta.end(), result.params.data.begin());
  std::transform(rms.begin(), rms.end(), result.square_avg.data.begin(), [](double root) { return root * root; });
  return result;
}
