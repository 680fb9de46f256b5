#include "anneal.hpp"

static std::vector<float> along(const std::vector<float>& in, int lines, int length, int step, int line_step, int ksize,
                                int stride, int padding) {
  const int count = (length + 2 * padding - ksize) / stride + 1;
  std::vector<float> out;
  for (int line = 0; line < lines; line++)
    for (int i = 0; i < count; i++) {
      float best = -INFINITY;
      for (int at = i * stride - padding; at < i * stride - padding + ksize; at++)
        if (at >= 0 && at < length) best = std::fmax(best, in[line * line_step + at * step]);
      out.push_back(best);
    }
  return out;
}

// The maximum of a square is the maximum of its rows' maxima.
NdArray<float> max_pool2d(const NdArray<float>& x, int ksize, int stride, int padding) {
  const int planes = x.shape[0] * x.shape[1], H = x.shape[2], W = x.shape[3];
  const int h = (H + 2 * padding - ksize) / stride + 1, w = (W + 2 * padding - ksize) / stride + 1;
  const auto rows = along(x.data, planes * H, W, 1, W, ksize, stride, padding);
  NdArray<float> out{{x.shape[0], x.shape[1], h, w}, std::vector<float>(static_cast<std::size_t>(planes) * h * w)};
  for (int plane = 0; plane < planes; plane++) {
    const std::vector<float> block(rows.begin() + plane * H * w, rows.begin() + (plane + 1) * H * w);
    const auto columns = along(block, w, H, w, 1, ksize, stride, padding);
    for (int j = 0; j < w; j++)
      for (int i = 0; i < h; i++) out.data[(plane * h + i) * w + j] = columns[j * h + i];
  }
  return out;
}
