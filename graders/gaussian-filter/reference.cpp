#include "anneal.hpp"

static std::vector<double> gaussian_kernel(int radius, double sigma) {
  std::vector<double> weights;
  for (int d = -radius; d <= radius; d++) weights.push_back(std::exp(-d * d / (2 * sigma * sigma)));
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight /= sum;
  return weights;
}

/** The indices from -radius on, mirrored about the outermost ones without repeating them, as often as it takes. */
static std::vector<int> mirrored(int length, int radius) {
  const int period = std::max(2 * (length - 1), 1);
  std::vector<int> indices;
  for (int at = -radius; at < length + radius; at++) {
    const int folded = (at % period + period) % period;
    indices.push_back(folded < length ? folded : period - folded);
  }
  return indices;
}

/** As cv2.GaussianBlur: the rows with a 1-D kernel, then the columns of what comes out; the border is reflect-101. */
NdArray<float> gaussian_filter(const NdArray<float>& image, int ksize, double sigma) {
  const int height = image.shape[0], width = image.shape[1], radius = ksize / 2;
  const auto kernel = gaussian_kernel(radius, sigma);
  const auto rows = mirrored(height, radius), columns = mirrored(width, radius);
  std::vector<double> across(image.data.size()), padded(columns.size()), sums(width);
  for (int y = 0; y < height; y++) {
    for (std::size_t x = 0; x < padded.size(); x++) padded[x] = image.data[y * width + columns[x]];
    double* out = &across[y * width];
    for (int at = 0; at < ksize; at++)
      for (int x = 0; x < width; x++) out[x] += kernel[at] * padded[x + at];
  }
  auto result = NdArray<float>::zeros(image.shape);
  for (int y = 0; y < height; y++) {
    std::fill(sums.begin(), sums.end(), 0.0);
    for (int at = 0; at < ksize; at++) {
      const double* line = &across[rows[y + at] * width];
      for (int x = 0; x < width; x++) sums[x] += kernel[at] * line[x];
    }
    std::copy(sums.begin(), sums.end(), result.data.begin() + y * width);
  }
  return result;
}
