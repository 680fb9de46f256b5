#include "anneal.hpp"

/** As cv2.equalizeHist: the cumulative histogram as a table, the darkest level that occurs at 0. */
NdArray<std::uint8_t> histogram_equalization(const NdArray<std::uint8_t>& image) {
  std::array<int, 256> histogram{};
  for (const std::uint8_t grey : image.data) histogram[grey]++;
  const int count = image.data.size();
  const int darkest = histogram[*std::min_element(image.data.begin(), image.data.end())];
  auto out = image;
  if (darkest == count) return out;
  std::array<std::uint8_t, 256> table{};
  int pixels = 0;
  for (int level = 0; level < 256; level++) {
    pixels += histogram[level];
    if (pixels > 0) table[level] = static_cast<std::uint8_t>(std::lround(255.0 * (pixels - darkest) / (count - darkest)));
  }
  for (std::uint8_t& grey : out.data) grey = table[grey];
  return out;
}
