#include "anneal.hpp"

// Maxima of 1, 2, 4 ... rows of the padded image, then the same of its columns.
NdArray<std::uint8_t> max_filter(const NdArray<std::uint8_t>& image, int ksize) {
  int h = image.shape[0], w = image.shape[1], r = ksize / 2, stride = w + 2 * r;
  std::vector<std::uint8_t> a;
  for (int y = -r; y < h + r; y++)
    for (int x = -r; x < w + r; x++)
      a.push_back(image.data[std::clamp(y, 0, h - 1) * w + std::clamp(x, 0, w - 1)]);
  for (int unit : {stride, 1}) {
    int covered = 1;
    while (covered < ksize) {
      int step = std::min(covered, ksize - covered);
      std::size_t shift = static_cast<std::size_t>(step) * unit;
      for (std::size_t i = 0; i + shift < a.size(); i++) a[i] = std::max(a[i], a[i + shift]);
      covered += step;
    }
  }
  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  for (int y = 0; y < h; y++) std::copy_n(a.begin() + y * stride, w, out.data.begin() + y * w);
  return out;
}
