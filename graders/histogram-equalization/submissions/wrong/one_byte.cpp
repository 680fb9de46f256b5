// diagnosis: none
#include "anneal.hpp"

// counts in a byte each: 256 pixels of a level are none
NdArray<std::uint8_t> histogram_equalization(const NdArray<std::uint8_t>& image) {
  std::vector<std::uint8_t> histogram(256), map(256);
  for (int grey : image.data) histogram[grey]++;
  const int n = image.data.size(), darkest = histogram[*std::min_element(image.data.begin(), image.data.end())];
  int at_most = 0;
  for (int grey = 0; grey < 256; grey++) {
    at_most += histogram[grey];
    map[grey] = n == darkest ? grey : std::lround(255.0 * std::max(0, at_most - darkest) / (n - darkest));
  }
  NdArray<std::uint8_t> result = image;
  for (auto& grey : result.data) grey = map[grey];
  return result;
}
