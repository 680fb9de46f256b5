#include "anneal.hpp"

using Numbers = std::vector<float>;

static Numbers linear(const Numbers& x, const Numbers& w, int D) {
  Numbers y(x.size());
  for (std::size_t at = 0; at < y.size(); at++)
    y[at] = std::inner_product(&w[at % D * D], &w[at % D * D] + D, &x[at - at % D], 0.0f);
  return y;
}

// In f32, token by token.
NdArray<float> multi_head_attention(const NdArray<float>& x, const NdArray<float>& wq, const NdArray<float>& wk,
                                    const NdArray<float>& wv, const NdArray<float>& wo, int heads, bool causal) {
  const int T = x.shape[0], D = x.shape[1], d = D / heads;
  const Numbers q = linear(x.data, wq.data, D), k = linear(x.data, wk.data, D), v = linear(x.data, wv.data, D);
  Numbers merged(T * D), weights;
  for (int t = 0; t < T; t++) {
    for (int h = 0; h < heads; h++) {
      weights.assign(causal ? t + 1 : T, 0);
      for (std::size_t s = 0; s < weights.size(); s++) {
        for (int j = h * d; j < (h + 1) * d; j++) weights[s] += q[t * D + j] * k[s * D + j];
        weights[s] /= std::sqrt(static_cast<float>(d));
      }
      const float best = *std::max_element(weights.begin(), weights.end());
      float total = 0;
      for (float& weight : weights) total += weight = std::exp(weight - best);
      for (std::size_t s = 0; s < weights.size(); s++)
        for (int j = h * d; j < (h + 1) * d; j++) merged[t * D + j] += weights[s] / total * v[s * D + j];
    }
  }
  return {x.shape, linear(merged, wo.data, D)};
}
