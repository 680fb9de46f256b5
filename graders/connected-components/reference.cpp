#include "anneal.hpp"

/** As scipy.ndimage.label with a 3 x 3 square: in reading order, each component is filled from its first pixel with a stack. */
NdArray<std::int32_t> connected_components(const NdArray<std::uint8_t>& mask) {
  const int height = mask.shape[0], width = mask.shape[1];
  auto labels = NdArray<std::int32_t>::zeros(mask.shape);
  std::vector<int> stack;
  std::int32_t label = 0;
  // Marked when it is put on, so each pixel is there once at most.
  const auto put = [&](int at) {
    if (mask.data[at] == 0 || labels.data[at] != 0) return;
    labels.data[at] = label;
    stack.push_back(at);
  };
  for (int first = 0; first < height * width; first++) {
    if (mask.data[first] == 0 || labels.data[first] != 0) continue;
    label++;
    put(first);
    while (!stack.empty()) {
      const int y = stack.back() / width, x = stack.back() % width;
      stack.pop_back();
      for (int row = std::max(y - 1, 0); row <= std::min(y + 1, height - 1); row++)
        for (int column = std::max(x - 1, 0); column <= std::min(x + 1, width - 1); column++) put(row * width + column);
    }
  }
  return labels;
}
