#include "anneal.hpp"

namespace {

/** Of which two pixels an output pixel of an axis is a blend, and the share of the second. */
struct Blend {
  int first, second;
  double share;
};

std::vector<Blend> blends(int from, int to) {
  std::vector<Blend> all;
  for (int at = 0; at < to; at++) {
    const double coordinate = std::clamp((at + 0.5) * from / to - 0.5, 0.0, from - 1.0);
    const int first = static_cast<int>(coordinate);
    all.push_back({first, std::min(first + 1, from - 1), coordinate - first});
  }
  return all;
}

}  // namespace

/** As torch.nn.functional.interpolate(mode="bilinear", align_corners=False). */
NdArray<float> bilinear_resize(const NdArray<float>& image, int height, int width) {
  const int columns = image.shape[1];
  const auto down = blends(image.shape[0], height), across = blends(columns, width);
  auto out = NdArray<float>::zeros({height, width});
  for (int row = 0; row < height; row++) {
    const Blend& y = down[row];
    for (int column = 0; column < width; column++) {
      const Blend& x = across[column];
      const auto along = [&](int line) {
        const float* pixels = &image.data[line * columns];
        return (1 - x.share) * pixels[x.first] + x.share * pixels[x.second];
      };
      out.data[row * width + column] = static_cast<float>((1 - y.share) * along(y.first) + y.share * along(y.second));
    }
  }
  return out;
}
