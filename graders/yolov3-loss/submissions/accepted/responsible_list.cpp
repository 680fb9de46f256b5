#include "anneal.hpp"

struct Yolov3LossResult {
  double box;
  double objectness;
  double class_;
  double total;
};

namespace {

// -log of the sigmoid.
double cost_of_yes(double z) { return z < -40 ? -z : std::log1p(std::exp(-z)); }

double cross_entropy(double z, double target) { return target * cost_of_yes(z) + (1 - target) * cost_of_yes(-z); }

}  // namespace

// First where objects are, then the sums over those places.
Yolov3LossResult yolov3_loss(const NdArray<float>& pred, const NdArray<float>& target, const NdArray<std::uint8_t>& mask,
                             const NdArray<std::uint8_t>& ignore) {
  const int K = pred.shape[1], H = pred.shape[2], W = pred.shape[3];
  std::vector<std::array<int, 3>> responsible, silent;
  for (int a = 0; a < pred.shape[0]; a++)
    for (int y = 0; y < H; y++)
      for (int x = 0; x < W; x++) {
        const int cell = (a * H + y) * W + x;
        if (mask.data[cell]) responsible.push_back({a, y, x});
        else if (!ignore.data[cell]) silent.push_back({a, y, x});
      }
  const auto at = [&](const NdArray<float>& map, const std::array<int, 3>& place, int k) -> double {
    return map.data[((place[0] * K + k) * H + place[1]) * W + place[2]];
  };
  Yolov3LossResult loss{0, 0, 0, 0};
  for (const auto& place : silent) loss.objectness += cost_of_yes(-at(pred, place, 4));
  for (const auto& place : responsible) {
    loss.objectness += cost_of_yes(at(pred, place, 4));
    for (int k = 0; k < K; k++) {
      const double z = at(pred, place, k), t = at(target, place, k);
      if (k < 2) loss.box += cross_entropy(z, t);
      else if (k < 4) loss.box += (z - t) * (z - t) * 0.5;
      else if (k > 4) loss.class_ += cross_entropy(z, t);
    }
  }
  loss.total = loss.box + loss.objectness + loss.class_;
  return loss;
}
