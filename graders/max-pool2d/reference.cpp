#include "anneal.hpp"

/** Of each window the part that lies inside the map: padding with minus infinity never wins. */
NdArray<float> max_pool2d(const NdArray<float>& x, int ksize, int stride, int padding) {
  const int planes = x.shape[0] * x.shape[1], height = x.shape[2], width = x.shape[3];
  const int out_height = (height + 2 * padding - ksize) / stride + 1, out_width = (width + 2 * padding - ksize) / stride + 1;
  auto out = NdArray<float>::zeros({x.shape[0], x.shape[1], out_height, out_width});
  float* result = out.data.data();
  for (int plane = 0; plane < planes; plane++) {
    const float* values = x.data.data() + static_cast<std::size_t>(plane) * height * width;
    for (int i = 0; i < out_height; i++) {
      const int top = i * stride - padding;
      for (int j = 0; j < out_width; j++) {
        const int left = j * stride - padding;
        float largest = -std::numeric_limits<float>::infinity();
        for (int row = std::max(top, 0); row < std::min(top + ksize, height); row++)
          for (int column = std::max(left, 0); column < std::min(left + ksize, width); column++)
            largest = std::max(largest, values[row * width + column]);
        *result++ = largest;
      }
    }
  }
  return out;
}
