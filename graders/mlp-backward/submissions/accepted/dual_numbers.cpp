#include "anneal.hpp"

struct MlpBackwardResult {
  double loss;
  NdArray<float> w1, b1, w2, b2;
};

// Forward mode: one pass of dual numbers for each parameter. Slow for a real network, and as right.
struct Dual {
  double value, slope;
};

static Dual forward(const NdArray<float>& x, const NdArray<int>& y, const NdArray<float>* p[4], int array, int index) {
  const int N = x.shape[0], I = x.shape[1], H = p[1]->shape[0], O = p[3]->shape[0];
  const auto at = [&](int which, int i) { return Dual{p[which]->data[i], which == array && i == index ? 1.0 : 0.0}; };
  const auto add_product = [](Dual sum, Dual a, Dual b) {
    return Dual{sum.value + a.value * b.value, sum.slope + a.slope * b.value + a.value * b.slope};
  };
  Dual loss{0, 0};
  for (int n = 0; n < N; n++) {
    std::vector<Dual> h, z;
    for (int j = 0; j < H; j++) {
      Dual sum = at(1, j);
      for (int i = 0; i < I; i++) sum = add_product(sum, Dual{x.data[n * I + i], 0}, at(0, i * H + j));
      h.push_back(sum.value > 0 ? sum : Dual{0, 0});
    }
    for (int k = 0; k < O; k++) {
      Dual sum = at(3, k);
      for (int j = 0; j < H; j++) sum = add_product(sum, h[j], at(2, j * O + k));
      z.push_back(sum);
    }
    double top = z[0].value;
    for (const Dual& one : z) top = std::max(top, one.value);
    double total = 0, slope = 0;
    for (const Dual& one : z) {
      total += std::exp(one.value - top);
      slope += std::exp(one.value - top) * one.slope;
    }
    const Dual right = z[y.data[n]];
    loss.value += (top + std::log(total) - right.value) / N;
    loss.slope += (slope / total - right.slope) / N;
  }
  return loss;
}

MlpBackwardResult mlp_backward(const NdArray<float>& x, const NdArray<int>& y, const NdArray<float>& w1,
                               const NdArray<float>& b1, const NdArray<float>& w2, const NdArray<float>& b2) {
  const NdArray<float>* p[4] = {&w1, &b1, &w2, &b2};
  MlpBackwardResult r{forward(x, y, p, -1, -1).value, w1, b1, w2, b2};
  NdArray<float>* out[4] = {&r.w1, &r.b1, &r.w2, &r.b2};
  for (int a = 0; a < 4; a++)
    for (std::size_t i = 0; i < p[a]->data.size(); i++) out[a]->data[i] = forward(x, y, p, a, i).slope;
  return r;
}
