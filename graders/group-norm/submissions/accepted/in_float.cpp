#include "anneal.hpp"

// Four nested loops, in float.
NdArray<float> group_norm(const NdArray<float>& x, int groups, const NdArray<float>& gamma, const NdArray<float>& beta,
                          double eps) {
  const int C = x.shape[1], plane = x.shape[2] * x.shape[3], each = C / groups;
  NdArray<float> y = NdArray<float>::zeros(x.shape);
  for (int n = 0; n < x.shape[0]; n++)
    for (int first = 0; first < C; first += each) {
      const int start = (n * C + first) * plane, end = start + each * plane;
      float sum = 0, squares = 0;
      for (int i = start; i < end; i++) sum += x.data[i];
      const float mean = sum / (end - start);
      for (int i = start; i < end; i++) squares += (x.data[i] - mean) * (x.data[i] - mean);
      const float deviation = std::sqrt(squares / (end - start) + float(eps));
      for (int c = first; c < first + each; c++)
        for (int i = (n * C + c) * plane; i < (n * C + c + 1) * plane; i++)
          y.data[i] = (x.data[i] - mean) / deviation * gamma.data[c] + beta.data[c];
    }
  return y;
}
