#include "anneal.hpp"

struct SobelResult {
  NdArray<float> gx, gy, magnitude;
};

static int mirror(int i, int n) { return n == 1 ? 0 : i < 0 ? 1 : i == n ? n - 2 : i; }

SobelResult sobel(const NdArray<float>& image) {
  static const int smooth[] = {1, 2, 1};
  int h = image.shape[0], w = image.shape[1];
  SobelResult out{image, image, image};
  for (int y = 0; y < h; y++)
    for (int x = 0; x < w; x++) {
      float gx = 0, gy = 0;
      for (int i = -1; i <= 1; i++)
        for (int j = -1; j <= 1; j++) {
          float v = image.data[mirror(y + i, h) * w + mirror(x + j, w)];
          gx += smooth[i + 1] * j * v;
          gy += smooth[j + 1] * i * v;
        }
      int at = y * w + x;
      out.gx.data[at] = gx;
      out.gy.data[at] = gy;
      out.magnitude.data[at] = std::hypot(gx, gy);
    }
  return out;
}
