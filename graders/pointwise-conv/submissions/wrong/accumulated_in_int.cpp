// diagnosis: integer-sum
#include "anneal.hpp"

NdArray<float> pointwise_conv(const NdArray<float>& x, const NdArray<float>& weight) {
  const int N = x.shape[0], C = x.shape[1], O = weight.shape[0], size = x.shape[2] * x.shape[3];
  auto out = NdArray<float>::zeros({N, O, x.shape[2], x.shape[3]});
  std::vector<double> products(C);
  for (int n = 0; n < N; n++)
    for (int o = 0; o < O; o++)
      for (int p = 0; p < size; p++) {
        for (int c = 0; c < C; c++)
          products[c] = static_cast<double>(weight.data[o * C + c]) * x.data[(n * C + c) * size + p];
        out.data[(n * O + o) * size + p] = std::accumulate(products.begin(), products.end(), 0);
      }
  return out;
}
