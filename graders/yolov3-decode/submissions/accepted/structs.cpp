#include "anneal.hpp"

namespace {

struct Decoded {
  float x, y, w, h;
  std::vector<float> scores;
};

float sigmoid(float z) { return 1 / (1 + std::exp(-z)); }

}  // namespace

// Boxes as structs in single precision, flattened at the end.
NdArray<float> yolov3_decode(const NdArray<float>& t, const NdArray<float>& anchors, int stride) {
  const int K = t.shape[1], H = t.shape[2], W = t.shape[3], cells = H * W;
  std::vector<Decoded> boxes;
  for (int row = 0; row < t.shape[0] * cells; row++) {
    const int a = row / cells, cell = row % cells;
    const float* first = &t.data[static_cast<std::size_t>(a) * K * cells + cell];
    Decoded box{(cell % W + sigmoid(first[0])) * stride, (cell / W + sigmoid(first[cells])) * stride,
                anchors.data[2 * a] * std::exp(first[2 * cells]), anchors.data[2 * a + 1] * std::exp(first[3 * cells]), {}};
    for (int k = 4; k < K; k++) box.scores.push_back(sigmoid(first[k * cells]));
    boxes.push_back(box);
  }
  NdArray<float> table{{static_cast<int>(boxes.size()), K}, {}};
  for (const Decoded& box : boxes) {
    table.data.insert(table.data.end(), {box.x, box.y, box.w, box.h});
    table.data.insert(table.data.end(), box.scores.begin(), box.scores.end());
  }
  return table;
}
