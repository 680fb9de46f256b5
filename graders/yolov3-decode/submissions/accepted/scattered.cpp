#include "anneal.hpp"

using namespace std;

// Where each input belongs in the output, in the order of the input.
NdArray<float> yolov3_decode(const NdArray<float>& t, const NdArray<float>& anchors, int stride) {
  int A = t.shape[0], K = t.shape[1], H = t.shape[2], W = t.shape[3];
  NdArray<float> out{{A * H * W, K}, vector<float>(t.data.size())};
  size_t i = 0;
  for (int a = 0; a < A; a++)
    for (int k = 0; k < K; k++)
      for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
          double z = t.data[i++], s = 1 / (1 + exp(-z));
          double value = k == 0 ? (x + s) * stride : k == 1 ? (y + s) * stride : s;
          if (k == 2 || k == 3) value = exp(z) * anchors.data[2 * a + k - 2];
          out.data[((a * H + y) * W + x) * K + k] = value;
        }
  return out;
}
