#include "anneal.hpp"

using Grid = std::vector<std::vector<int>>;

// Grids within a frame; the direction by its angle; linking by a depth-first walk with a stack of pairs.
NdArray<std::uint8_t> canny(const NdArray<std::uint8_t>& image, double low, double high) {
  if (low > high) std::swap(low, high);
  const int h = image.shape[0], w = image.shape[1];
  auto pixel = [&](int y, int x) { return int(image.data[std::clamp(y, 0, h - 1) * w + std::clamp(x, 0, w - 1)]); };
  Grid gx(h, std::vector<int>(w)), gy = gx, m(h + 2, std::vector<int>(w + 2)), state = m;
  for (int y = 0; y < h; y++)
    for (int x = 0; x < w; x++) {
      for (int d = -1; d <= 1; d++) {
        gx[y][x] += (d == 0 ? 2 : 1) * (pixel(y + d, x + 1) - pixel(y + d, x - 1));
        gy[y][x] += (d == 0 ? 2 : 1) * (pixel(y + 1, x + d) - pixel(y - 1, x + d));
      }
      m[y + 1][x + 1] = std::abs(gx[y][x]) + std::abs(gy[y][x]);
    }
  static const int steps[4][2] = {{0, 1}, {1, 1}, {1, 0}, {1, -1}};
  std::vector<std::pair<int, int>> stack;
  for (int y = 1; y <= h; y++)
    for (int x = 1; x <= w; x++) {
      const int here = m[y][x];
      if (here <= low) continue;
      double degrees = std::atan2(gy[y - 1][x - 1], gx[y - 1][x - 1]) * 180 / std::acos(-1.0);
      if (degrees < 0) degrees += 180;
      const int sector = static_cast<int>((degrees + 22.5) / 45) % 4;
      const int dy = steps[sector][0], dx = steps[sector][1], after = m[y + dy][x + dx];
      if (here <= m[y - dy][x - dx] || here < after || (sector % 2 == 1 && here == after)) continue;
      state[y][x] = here > high ? 2 : 1;
      if (here > high) stack.emplace_back(y, x);
    }
  while (!stack.empty()) {
    const auto [y, x] = stack.back();
    stack.pop_back();
    for (int i = y - 1; i <= y + 1; i++)
      for (int j = x - 1; j <= x + 1; j++)
        if (state[i][j] == 1) {
          state[i][j] = 2;
          stack.emplace_back(i, j);
        }
  }
  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  for (int at = 0; at < h * w; at++)
    if (state[at / w + 1][at % w + 1] == 2) out.data[at] = 255;
  return out;
}
