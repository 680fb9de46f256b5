#include "anneal.hpp"

// A padded copy of each plane, and no bounds to look at afterwards.
NdArray<float> avg_pool2d(NdArray<float> x, int ksize, int stride, int padding) {
  const int H = x.shape[2], W = x.shape[3], ph = H + 2 * padding, pw = W + 2 * padding;
  const int h = (ph - ksize) / stride + 1, w = (pw - ksize) / stride + 1;
  NdArray<float> out{{x.shape[0], x.shape[1], h, w}, {}};
  for (int plane = 0; plane < x.shape[0] * x.shape[1]; plane++) {
    std::vector<float> padded(ph * pw);
    for (int y = 0; y < H; y++)
      std::copy_n(x.data.begin() + (plane * H + y) * W, W, padded.begin() + (y + padding) * pw + padding);
    for (int y = 0; y + ksize <= ph; y += stride)
      for (int left = 0; left + ksize <= pw; left += stride) {
        float sum = 0;
        for (int dy = 0; dy < ksize; dy++)
          for (int dx = 0; dx < ksize; dx++) sum += padded[(y + dy) * pw + left + dx];
        out.data.push_back(sum / static_cast<float>(ksize * ksize));
      }
  }
  return out;
}
