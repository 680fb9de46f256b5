#include "anneal.hpp"

struct SobelResult {
  NdArray<float> gx;
  NdArray<float> gy;
  NdArray<float> magnitude;
};

/** One place beyond the end is one place before it. */
static int mirrored(int index, int length) {
  if (length == 1) return 0;
  return index < length ? std::abs(index) : length - 2;
}

/** As cv2.Sobel with the border reflect-101: a difference along one axis, the weights 1 2 1 along the other. */
SobelResult sobel(const NdArray<float>& image) {
  const int height = image.shape[0], width = image.shape[1];
  const auto zeros = NdArray<float>::zeros(image.shape);
  SobelResult result{zeros, zeros, zeros};
  for (int y = 0; y < height; y++) {
    const float* rows[3];
    for (int i = 0; i < 3; i++) rows[i] = &image.data[mirrored(y + i - 1, height) * width];
    for (int x = 0; x < width; x++) {
      const int left = mirrored(x - 1, width), right = mirrored(x + 1, width), at = y * width + x;
      double gx = 0, gy = 0;
      for (int i = 0; i < 3; i++) gx += (i == 1 ? 2.0 : 1.0) * (double(rows[i][right]) - rows[i][left]);
      for (int column : {left, x, x, right}) gy += double(rows[2][column]) - rows[0][column];
      result.gx.data[at] = gx;
      result.gy.data[at] = gy;
      result.magnitude.data[at] = std::sqrt(gx * gx + gy * gy);
    }
  }
  return result;
}
