#include "anneal.hpp"

static int mirror(int i, int n) {
  if (n == 1) return 0;
  while (i < 0 || i >= n) i = i < 0 ? -i : 2 * n - 2 - i;
  return i;
}

// The mirrored image is written out, then blurred along the rows and down the columns in single precision.
NdArray<float> gaussian_filter(const NdArray<float>& image, int ksize, double sigma) {
  int h = image.shape[0], w = image.shape[1], r = ksize / 2;
  std::vector<float> kernel(ksize);
  float sum = 0;
  for (int i = 0; i < ksize; i++) sum += kernel[i] = std::exp(-(i - r) * (i - r) / (2 * sigma * sigma));
  for (float& k : kernel) k /= sum;
  std::vector<float> padded((h + 2 * r) * (w + 2 * r)), rows((h + 2 * r) * w);
  for (int y = 0; y < h + 2 * r; y++)
    for (int x = 0; x < w + 2 * r; x++)
      padded[y * (w + 2 * r) + x] = image.data[mirror(y - r, h) * w + mirror(x - r, w)];
  for (int y = 0; y < h + 2 * r; y++)
    for (int i = 0; i < ksize; i++)
      for (int x = 0; x < w; x++) rows[y * w + x] += kernel[i] * padded[y * (w + 2 * r) + x + i];
  auto out = NdArray<float>::zeros(image.shape);
  for (int y = 0; y < h; y++)
    for (int i = 0; i < ksize; i++)
      for (int x = 0; x < w; x++) out.data[y * w + x] += kernel[i] * rows[(y + i) * w + x];
  return out;
}
