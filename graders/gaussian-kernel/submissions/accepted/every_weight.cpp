#include "anneal.hpp"

NdArray<double> gaussian_kernel(int ksize, double sigma) {
  auto kernel = NdArray<double>::zeros({ksize, ksize});
  int r = ksize / 2;
  double sum = 0;
  for (int i = 0; i < ksize; i++)
    for (int j = 0; j < ksize; j++) {
      double d2 = (i - r) * (i - r) + (j - r) * (j - r);
      sum += kernel.data[i * ksize + j] = std::exp(-d2 / (2 * sigma * sigma));
    }
  for (double& weight : kernel.data) weight /= sum;
  return kernel;
}
