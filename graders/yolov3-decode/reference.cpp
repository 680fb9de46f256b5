#include "anneal.hpp"

static double sigmoid(double logit) { return 1 / (1 + std::exp(-logit)); }

/** Boxes in pixels of one output map, a row for each anchor in each cell: centre, size, objectness and classes. */
NdArray<float> yolov3_decode(const NdArray<float>& t, const NdArray<float>& anchors, int stride) {
  const int count = t.shape[0], channels = t.shape[1], height = t.shape[2], width = t.shape[3];
  const std::size_t cells = static_cast<std::size_t>(height) * width;
  NdArray<float> boxes{{static_cast<int>(count * cells), channels}, {}};
  boxes.data.reserve(t.data.size());
  for (int anchor = 0; anchor < count; anchor++) {
    for (std::size_t cell = 0; cell < cells; cell++) {
      const auto raw = [&](int channel) -> double { return t.data[(anchor * channels + channel) * cells + cell]; };
      const auto push = [&](double value) { boxes.data.push_back(static_cast<float>(value)); };
      push((cell % width + sigmoid(raw(0))) * stride);
      push((cell / width + sigmoid(raw(1))) * stride);
      push(anchors.data[2 * anchor] * std::exp(raw(2)));
      push(anchors.data[2 * anchor + 1] * std::exp(raw(3)));
      for (int channel = 4; channel < channels; channel++) push(sigmoid(raw(channel)));
    }
  }
  return boxes;
}
