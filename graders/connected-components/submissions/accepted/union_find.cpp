#include "anneal.hpp"

// Every pixel is a node of its own; the smaller index is the root.
NdArray<std::int32_t> connected_components(const NdArray<std::uint8_t>& mask) {
  int h = mask.shape[0], w = mask.shape[1];
  std::vector<int> parent(h * w);
  std::iota(parent.begin(), parent.end(), 0);
  auto find = [&](int a) {
    while (parent[a] != a) a = parent[a] = parent[parent[a]];
    return a;
  };
  auto join = [&](int a, int b) {
    if (!mask.data[a] || !mask.data[b]) return;
    a = find(a), b = find(b);
    parent[std::max(a, b)] = std::min(a, b);
  };
  for (int y = 0; y < h; y++)
    for (int x = 0; x < w; x++) {
      int at = y * w + x;
      if (x > 0) join(at, at - 1);
      if (y > 0) join(at, at - w);
      if (y > 0 && x > 0) join(at, at - w - 1);
      if (y > 0 && x + 1 < w) join(at, at - w + 1);
    }
  auto out = NdArray<std::int32_t>::zeros(mask.shape);
  int last = 0;
  for (int at = 0; at < h * w; at++)
    if (mask.data[at]) out.data[at] = find(at) == at ? ++last : out.data[find(at)];
  return out;
}
