#include "anneal.hpp"

// Blocks of pixels stay in the cache while all output channels are made of them; sums in f32, as a library keeps them.
NdArray<float> pointwise_conv(const NdArray<float>& x, const NdArray<float>& weight) {
  constexpr std::size_t BLOCK = 256;
  const std::size_t n = x.shape[0], c = x.shape[1], o = weight.shape[0], size = x.shape[2] * x.shape[3];
  NdArray<float> out = NdArray<float>::zeros({x.shape[0], weight.shape[0], x.shape[2], x.shape[3]});
  for (std::size_t image = 0; image < n; image++)
    for (std::size_t start = 0; start < size; start += BLOCK) {
      const std::size_t length = std::min(BLOCK, size - start);
      for (std::size_t k = 0; k < o; k++) {
        float* sums = out.data.data() + (image * o + k) * size + start;
        for (std::size_t channel = 0; channel < c; channel++) {
          const float factor = weight.data[k * c + channel];
          const float* values = x.data.data() + (image * c + channel) * size + start;
          for (std::size_t p = 0; p < length; p++) sums[p] += factor * values[p];
        }
      }
    }
  return out;
}
