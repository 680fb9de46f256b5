#include "anneal.hpp"

// Rounded in whole numbers.
NdArray<std::uint8_t> histogram_equalization(NdArray<std::uint8_t> image) {
  long counts[257] = {};
  for (auto grey : image.data) counts[grey + 1]++;
  for (int level = 1; level <= 256; level++) counts[level] += counts[level - 1];
  long n = image.data.size(), m = counts[*std::min_element(image.data.begin(), image.data.end()) + 1];
  if (n == m) return image;
  for (auto& grey : image.data) grey = (2 * 255 * (counts[grey + 1] - m) + n - m) / (2 * (n - m));
  return image;
}
