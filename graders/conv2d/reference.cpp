#include "anneal.hpp"

static int ceil_divided(int number, int by) { return number > 0 ? (number + by - 1) / by : -(-number / by); }

/** Every weight adds its multiple of a whole shifted plane to the output plane: the innermost loop runs along rows. */
NdArray<float> conv2d(const NdArray<float>& x, const NdArray<float>& weight, const NdArray<float>& bias, int stride,
                      int padding, int dilation, int groups) {
  const int images = x.shape[0], channels = x.shape[1], height = x.shape[2], width = x.shape[3];
  const int outputs = weight.shape[0], depth = weight.shape[1], kh = weight.shape[2], kw = weight.shape[3];
  const int out_height = (height + 2 * padding - dilation * (kh - 1) - 1) / stride + 1;
  const int out_width = (width + 2 * padding - dilation * (kw - 1) - 1) / stride + 1;
  auto out = NdArray<float>::zeros({images, outputs, out_height, out_width});
  std::vector<double> sums(static_cast<std::size_t>(out_height) * out_width);
  for (int n = 0; n < images; n++)
    for (int o = 0; o < outputs; o++) {
      std::fill(sums.begin(), sums.end(), bias.data[o]);
      const float* factor = &weight.data[o * depth * kh * kw];
      for (int d = 0; d < depth; d++) {
        const float* plane = &x.data[(n * channels + o / (outputs / groups) * depth + d) * height * width];
        for (int a = 0; a < kh; a++)
          for (int b = 0; b < kw; b++, factor++) {
            const int right = b * dilation - padding;
            const int first = std::max(0, ceil_divided(-right, stride));
            const int end = std::min(out_width, ceil_divided(width - right, stride));
            for (int i = 0; i < out_height; i++) {
              const int row = i * stride + a * dilation - padding;
              if (row < 0 || row >= height) continue;
              for (int j = first; j < end; j++)
                sums[i * out_width + j] += *factor * static_cast<double>(plane[row * width + j * stride + right]);
            }
          }
      }
      std::copy(sums.begin(), sums.end(), &out.data[static_cast<std::size_t>(n * outputs + o) * sums.size()]);
    }
  return out;
}
