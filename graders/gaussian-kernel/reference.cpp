#include "anneal.hpp"

/** The outer product of a 1-D kernel with itself, as cv2.getGaussianKernel makes it. */
NdArray<double> gaussian_kernel(int ksize, double sigma) {
  std::vector<double> weights(ksize);
  for (int at = 0; at < ksize; at++) {
    const double distance = at - (ksize - 1) / 2;
    weights[at] = std::exp(-distance * distance / (2 * sigma * sigma));
  }
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  auto kernel = NdArray<double>::zeros({ksize, ksize});
  for (int row = 0; row < ksize; row++)
    for (int column = 0; column < ksize; column++)
      kernel.data[row * ksize + column] = weights[row] / sum * (weights[column] / sum);
  return kernel;
}
