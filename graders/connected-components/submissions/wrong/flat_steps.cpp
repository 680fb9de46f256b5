// diagnosis: rows-joined
#include "anneal.hpp"

NdArray<std::int32_t> connected_components(const NdArray<std::uint8_t>& mask) {
  const int width = mask.shape[1], size = mask.data.size();
  auto labels = NdArray<std::int32_t>::zeros(mask.shape);
  int count = 0;
  for (int first = 0; first < size; first++) {
    if (!mask.data[first] || labels.data[first]) continue;
    std::vector<int> stack{first};
    labels.data[first] = ++count;
    while (!stack.empty()) {
      const int at = stack.back();
      stack.pop_back();
      for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++) {
          const int next = at + dy * width + dx;
          if (next < 0 || next >= size || !mask.data[next] || labels.data[next]) continue;
          labels.data[next] = count;
          stack.push_back(next);
        }
    }
  }
  return labels;
}
