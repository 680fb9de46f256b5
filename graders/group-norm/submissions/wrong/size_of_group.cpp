// diagnosis: groups-of-that-size
#include "anneal.hpp"

NdArray<float> group_norm(const NdArray<float>& x, int groups, const NdArray<float>& gamma, const NdArray<float>& beta,
                          double eps) {
  const int N = x.shape[0], C = x.shape[1], plane = x.shape[2] * x.shape[3];
  NdArray<float> y = x;
  for (int n = 0; n < N; n++)
    for (int c = 0; c < C; c += groups) {
      const int start = (n * C + c) * plane, end = (n * C + std::min(c + groups, C)) * plane;
      double mean = 0, var = 0;
      for (int i = start; i < end; i++) mean += x.data[i];
      mean /= end - start;
      for (int i = start; i < end; i++) var += std::pow(x.data[i] - mean, 2);
      var /= end - start;
      for (int i = start; i < end; i++) {
        const int k = i / plane % C;
        y.data[i] = gamma.data[k] * (x.data[i] - mean) / std::sqrt(var + eps) + beta.data[k];
      }
    }
  return y;
}
