#include "anneal.hpp"

// The centre plus the weighted mean of the differences from it, over the mirrored image.
NdArray<float> bilateral_filter(const NdArray<float>& image, int radius, double sigma_color, double sigma_space) {
  const int height = image.shape[0], width = image.shape[1], stride = width + 2 * radius;
  auto places = [radius](int length) {
    std::vector<int> at(length + 2 * radius);
    const int period = std::max(1, 2 * length - 2);
    for (int i = 0; i < static_cast<int>(at.size()); i++) {
      const int folded = std::abs(i - radius) % period;
      at[i] = folded < length ? folded : period - folded;
    }
    return at;
  };
  const auto rows = places(height), columns = places(width);
  std::vector<double> padded;
  for (int row : rows)
    for (int column : columns) padded.push_back(image.data[row * width + column]);
  auto out = image;
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      const double centre = padded[(y + radius) * stride + x + radius];
      double moved = 0, total = 0;
      for (int i = 0; i <= 2 * radius; i++) {
        for (int j = 0; j <= 2 * radius; j++) {
          const double difference = padded[(y + i) * stride + x + j] - centre;
          const double space = std::hypot(i - radius, j - radius) / sigma_space, colour = difference / sigma_color;
          const double weight = std::exp(-(space * space + colour * colour) / 2);
          moved += weight * difference;
          total += weight;
        }
      }
      out.data[y * width + x] = centre + moved / total;
    }
  }
  return out;
}
