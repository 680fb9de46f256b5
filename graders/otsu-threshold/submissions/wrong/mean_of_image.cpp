// diagnosis: mean-of-image
#include "anneal.hpp"

int otsu_threshold(const NdArray<std::uint8_t>& image) {
  return std::accumulate(image.data.begin(), image.data.end(), 0) / static_cast<int>(image.data.size());
}
