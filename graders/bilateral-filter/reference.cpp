#include "anneal.hpp"

/** Mirrors about the outermost pixel without repeating it, as often as it takes. */
static int reflect101(int index, int length) {
  const int period = std::max(2 * (length - 1), 1);
  const int folded = (index % period + period) % period;
  return folded < length ? folded : period - folded;
}

/** Tomasi and Manduchi 1998 over the full square: a mean weighted by closeness and by likeness to the pixel. */
NdArray<float> bilateral_filter(const NdArray<float>& image, int radius, double sigma_color, double sigma_space) {
  const int height = image.shape[0], width = image.shape[1];
  auto out = NdArray<float>::zeros(image.shape);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      const double middle = image.data[y * width + x];
      double sum = 0, weights = 0;
      for (int dy = -radius; dy <= radius; dy++) {
        const float* row = &image.data[reflect101(y + dy, height) * width];
        for (int dx = -radius; dx <= radius; dx++) {
          const double value = row[reflect101(x + dx, width)];
          const double space = (dy * dy + dx * dx) / (2 * sigma_space * sigma_space);
          const double colour = (value - middle) * (value - middle) / (2 * sigma_color * sigma_color);
          const double weight = std::exp(-space - colour);
          sum += weight * value;
          weights += weight;
        }
      }
      out.data[y * width + x] = static_cast<float>(sum / weights);
    }
  }
  return out;
}
