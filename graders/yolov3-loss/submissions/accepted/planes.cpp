#include "anneal.hpp"

using namespace std;

struct Yolov3LossResult {
  double box, objectness, class_, total;
};

// Plane by plane: a channel of an anchor is H x W numbers in a row.
Yolov3LossResult yolov3_loss(NdArray<float> pred, NdArray<float> target, NdArray<uint8_t> mask, NdArray<uint8_t> ignore) {
  int anchors = pred.shape[0], channels = pred.shape[1], cells = pred.shape[2] * pred.shape[3];
  auto softplus = [](double z) { return z > 0 ? z + log1p(exp(-z)) : log1p(exp(z)); };
  double parts[3] = {0, 0, 0};
  for (int a = 0; a < anchors; a++) {
    const uint8_t *m = &mask.data[a * cells], *skip = &ignore.data[a * cells];
    for (int k = 0; k < channels; k++) {
      const float *z = &pred.data[(a * channels + k) * cells], *t = &target.data[(a * channels + k) * cells];
      for (int i = 0; i < cells; i++) {
        if (k == 4) {
          if (m[i]) parts[1] += softplus(-z[i]);
          else if (!skip[i]) parts[1] += softplus(z[i]);
        } else if (m[i] && (k == 2 || k == 3)) {
          parts[0] += pow(double(z[i]) - t[i], 2) / 2;
        } else if (m[i]) {
          parts[k < 2 ? 0 : 2] += t[i] * softplus(-z[i]) + (1 - t[i]) * softplus(z[i]);
        }
      }
    }
  }
  return {parts[0], parts[1], parts[2], parts[0] + parts[1] + parts[2]};
}
