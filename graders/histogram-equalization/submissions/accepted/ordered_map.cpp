#include "anneal.hpp"

#include <map>

NdArray<std::uint8_t> histogram_equalization(const NdArray<std::uint8_t>& image) {
  std::map<std::uint8_t, int> table;
  for (auto grey : image.data) table[grey]++;
  if (table.size() == 1) return image;
  const double darkest = table.begin()->second, scale = 255 / (image.data.size() - darkest);
  int pixels = 0;
  for (auto& [level, value] : table) {
    pixels += value;
    value = std::nearbyint((pixels - darkest) * scale);
  }
  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  std::transform(image.data.begin(), image.data.end(), out.data.begin(), [&](auto grey) { return table.at(grey); });
  return out;
}
