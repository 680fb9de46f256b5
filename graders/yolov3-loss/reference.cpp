#include "anneal.hpp"

struct Yolov3LossResult {
  double box = 0;
  double objectness = 0;
  double class_ = 0;
  double total = 0;
};

namespace {

/** Of the sigmoid of a logit, without the sigmoid: nothing overflows, and no logarithm is taken of 0. */
double cross_entropy(double logit, double target) {
  return std::max(logit, 0.0) - logit * target + std::log1p(std::exp(-std::abs(logit)));
}

double squared_error(double got, double target) { return (got - target) * (got - target) / 2; }

}  // namespace

/** Sums over one output map: binary cross-entropy but for width and height; box and class where an anchor is responsible alone. */
Yolov3LossResult yolov3_loss(const NdArray<float>& pred, const NdArray<float>& target, const NdArray<std::uint8_t>& mask,
                             const NdArray<std::uint8_t>& ignore) {
  const int channels = pred.shape[1];
  const std::size_t cells = static_cast<std::size_t>(pred.shape[2]) * pred.shape[3];
  Yolov3LossResult loss;
  for (std::size_t at = 0; at < mask.data.size(); at++) {
    const std::size_t first = at / cells * channels * cells + at % cells;
    const auto term = [&](auto of, int channel) {
      return of(pred.data[first + channel * cells], target.data[first + channel * cells]);
    };
    if (mask.data[at] || !ignore.data[at]) loss.objectness += term(cross_entropy, 4);
    if (!mask.data[at]) continue;
    loss.box += term(cross_entropy, 0) + term(cross_entropy, 1) + term(squared_error, 2) + term(squared_error, 3);
    for (int channel = 5; channel < channels; channel++) loss.class_ += term(cross_entropy, channel);
  }
  loss.total = loss.box + loss.objectness + loss.class_;
  return loss;
}
