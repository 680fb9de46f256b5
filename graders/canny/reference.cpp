#include "anneal.hpp"

namespace {

const double kTan22_5 = std::sqrt(2.0) - 1;

struct Gradient {
  int x, y, size;
};

/** Within a frame of one pixel, in which the magnitude is 0. */
std::vector<Gradient> gradients(const NdArray<std::uint8_t>& image, int stride) {
  const int height = image.shape[0], width = image.shape[1];
  std::vector<Gradient> all(static_cast<std::size_t>(stride) * (height + 2));
  for (int y = 0; y < height; y++) {
    const std::uint8_t* above = &image.data[std::max(y - 1, 0) * width];
    const std::uint8_t* here = &image.data[y * width];
    const std::uint8_t* below = &image.data[std::min(y + 1, height - 1) * width];
    for (int x = 0; x < width; x++) {
      const int left = std::max(x - 1, 0), right = std::min(x + 1, width - 1);
      const int gx = above[right] - above[left] + 2 * (here[right] - here[left]) + below[right] - below[left];
      const int gy = below[left] + 2 * below[x] + below[right] - above[left] - 2 * above[x] - above[right];
      all[(y + 1) * stride + x + 1] = {gx, gy, std::abs(gx) + std::abs(gy)};
    }
  }
  return all;
}

bool is_maximum(const Gradient* at, int stride) {
  const int here = at->size;
  const double along = std::abs(at->x), across = std::abs(at->y);
  if (across < kTan22_5 * along) return here > at[-1].size && here >= at[1].size;
  if (along < kTan22_5 * across) return here > at[-stride].size && here >= at[stride].size;
  const int step = (at->x < 0) == (at->y < 0) ? stride + 1 : stride - 1;
  return here > at[-step].size && here > at[step].size;
}

}  // namespace

/** As cv2.Canny with the L1 magnitude: Sobel, suppression across the edge, two thresholds, linking with a stack. */
NdArray<std::uint8_t> canny(const NdArray<std::uint8_t>& image, double low, double high) {
  const int height = image.shape[0], width = image.shape[1], stride = width + 2;
  if (low > high) std::swap(low, high);
  const auto all = gradients(image, stride);
  std::vector<char> weak(all.size());
  std::vector<int> stack;
  for (int y = 1; y <= height; y++) {
    for (int at = y * stride + 1; at <= y * stride + width; at++) {
      if (all[at].size <= low || !is_maximum(&all[at], stride)) continue;
      weak[at] = 1;
      if (all[at].size > high) stack.push_back(at);
    }
  }
  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  while (!stack.empty()) {
    const int at = stack.back();
    stack.pop_back();
    if (!weak[at]) continue;
    weak[at] = 0;
    out.data[(at / stride - 1) * width + at % stride - 1] = 255;
    for (int row : {at - stride, at, at + stride})
      for (int next = row - 1; next <= row + 1; next++)
        if (weak[next]) stack.push_back(next);
  }
  return out;
}
