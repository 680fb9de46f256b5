#include "anneal.hpp"

namespace {

/** y = x W^T */
std::vector<double> projected(const std::vector<double>& x, const NdArray<float>& weight) {
  const int width = weight.shape[0], length = static_cast<int>(x.size()) / width;
  std::vector<double> y(x.size());
  for (int t = 0; t < length; t++)
    for (int i = 0; i < width; i++)
      for (int j = 0; j < width; j++) y[t * width + i] += x[t * width + j] * weight.data[i * width + j];
  return y;
}

}  // namespace

/** As nn.MultiheadAttention without biases: each head attends in its own D / heads columns of the projections. */
NdArray<float> multi_head_attention(const NdArray<float>& x, const NdArray<float>& wq, const NdArray<float>& wk,
                                    const NdArray<float>& wv, const NdArray<float>& wo, int heads, bool causal) {
  const int length = x.shape[0], width = x.shape[1], head_width = width / heads;
  const std::vector<double> tokens(x.data.begin(), x.data.end());
  const auto q = projected(tokens, wq), k = projected(tokens, wk), v = projected(tokens, wv);
  std::vector<double> mixed(x.data.size()), weights(length);
  for (int column = 0; column < width; column += head_width) {
    for (int t = 0; t < length; t++) {
      const int seen = causal ? t + 1 : length;
      double highest = -std::numeric_limits<double>::infinity(), total = 0;
      for (int s = 0; s < seen; s++) {
        double dot = 0;
        for (int d = 0; d < head_width; d++) dot += q[t * width + column + d] * k[s * width + column + d];
        weights[s] = dot / std::sqrt(head_width);
        highest = std::max(highest, weights[s]);
      }
      for (int s = 0; s < seen; s++) total += weights[s] = std::exp(weights[s] - highest);
      for (int s = 0; s < seen; s++)
        for (int d = 0; d < head_width; d++)
          mixed[t * width + column + d] += weights[s] / total * v[s * width + column + d];
    }
  }
  const auto y = projected(mixed, wo);
  return {x.shape, std::vector<float>(y.begin(), y.end())};
}
