#include "anneal.hpp"

// Centred in place first, so that the squares need no second look at x.
NdArray<float> group_norm(NdArray<float> x, int groups, const NdArray<float>& gamma, const NdArray<float>& beta,
                          double eps) {
  const int N = x.shape[0], C = x.shape[1], plane = x.shape[2] * x.shape[3], size = C / groups * plane;
  for (int run = 0; run < N * groups; run++) {
    float* values = x.data.data() + run * size;
    const double mean = std::accumulate(values, values + size, 0.0) / size;
    double squares = 0;
    std::vector<double> centred(size);
    for (int i = 0; i < size; i++) {
      centred[i] = values[i] - mean;
      squares += centred[i] * centred[i];
    }
    const double inverse = 1 / std::sqrt(squares / size + eps);
    for (int i = 0; i < size; i++) {
      const int c = run % groups * (C / groups) + i / plane;
      values[i] = centred[i] * inverse * gamma.data[c] + beta.data[c];
    }
  }
  return x;
}
