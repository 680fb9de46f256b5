#include "anneal.hpp"

// The scale goes into the queries; a matrix of weights for each head.
NdArray<float> multi_head_attention(const NdArray<float>& x, const NdArray<float>& wq, const NdArray<float>& wk,
                                    const NdArray<float>& wv, const NdArray<float>& wo, int heads, bool causal) {
  const int T = x.shape[0], D = x.shape[1], d = D / heads;
  const auto linear = [&](const auto& rows, const NdArray<float>& w, double factor) {
    std::vector<double> y(T * D);
    for (int t = 0; t < T; t++)
      for (int i = 0; i < D; i++) {
        double sum = 0;
        for (int j = 0; j < D; j++) sum += double(rows[t * D + j]) * w.data[i * D + j];
        y[t * D + i] = factor * sum;
      }
    return y;
  };
  const auto q = linear(x.data, wq, 1 / std::sqrt(double(d))), k = linear(x.data, wk, 1), v = linear(x.data, wv, 1);
  std::vector<double> merged(T * D), weights(T * T);
  for (int h = 0; h < heads; h++) {
    std::fill(weights.begin(), weights.end(), 0.0);
    for (int t = 0; t < T; t++) {
      double* row = &weights[t * T];
      const int seen = causal ? t + 1 : T;
      for (int s = 0; s < seen; s++)
        for (int j = h * d; j < h * d + d; j++) row[s] += q[t * D + j] * k[s * D + j];
      const double best = *std::max_element(row, row + seen);
      double total = 0;
      for (int s = 0; s < seen; s++) total += row[s] = std::exp(row[s] - best);
      for (int s = 0; s < seen; s++)
        for (int j = h * d; j < h * d + d; j++) merged[t * D + j] += row[s] / total * v[s * D + j];
    }
  }
  const auto y = linear(merged, wo, 1);
  return {x.shape, std::vector<float>(y.begin(), y.end())};
}
