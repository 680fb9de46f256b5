#include "anneal.hpp"

// The same in all quadrants: weights by their distance, set in four places at once.
NdArray<double> gaussian_kernel(int ksize, double sigma) {
  const int middle = ksize / 2;
  auto kernel = NdArray<double>::zeros({ksize, ksize});
  double line = 1;
  for (int d = 1; d <= middle; d++) line += 2 * std::exp(-0.5 * d * d / (sigma * sigma));
  for (int dy = 0; dy <= middle; dy++)
    for (int dx = 0; dx <= middle; dx++) {
      const double weight = std::exp(-0.5 * (dx * dx + dy * dy) / (sigma * sigma)) / (line * line);
      for (int row : {middle - dy, middle + dy})
        for (int column : {middle - dx, middle + dx}) kernel.data[row * ksize + column] = weight;
    }
  return kernel;
}
