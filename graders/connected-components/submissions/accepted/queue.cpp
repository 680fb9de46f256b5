#include "anneal.hpp"

#include <queue>

NdArray<std::int32_t> connected_components(const NdArray<std::uint8_t>& mask) {
  const int height = mask.shape[0], width = mask.shape[1];
  auto labels = NdArray<std::int32_t>::zeros(mask.shape);
  int count = 0;
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      if (mask.data[y * width + x] == 0 || labels.data[y * width + x] != 0) continue;
      std::queue<std::pair<int, int>> waiting;
      waiting.emplace(y, x);
      labels.data[y * width + x] = ++count;
      while (!waiting.empty()) {
        const auto [row, column] = waiting.front();
        waiting.pop();
        for (int i = row - 1; i <= row + 1; i++) {
          for (int j = column - 1; j <= column + 1; j++) {
            if (i < 0 || j < 0 || i >= height || j >= width) continue;
            if (mask.data[i * width + j] == 0 || labels.data[i * width + j] != 0) continue;
            labels.data[i * width + j] = count;
            waiting.emplace(i, j);
          }
        }
      }
    }
  }
  return labels;
}
