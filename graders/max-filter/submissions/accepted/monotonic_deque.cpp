#include "anneal.hpp"

#include <deque>

using Bytes = std::vector<std::uint8_t>;

static Bytes sliding_max(const Bytes& line, int radius) {
  const int length = line.size();
  std::deque<int> falling;
  Bytes best;
  for (int at = 0; at < length + radius; at++) {
    if (at < length) {
      while (!falling.empty() && line[falling.back()] <= line[at]) falling.pop_back();
      falling.push_back(at);
    }
    if (falling.front() < at - 2 * radius) falling.pop_front();
    if (at >= radius) best.push_back(line[falling.front()]);
  }
  return best;
}

NdArray<std::uint8_t> max_filter(const NdArray<std::uint8_t>& image, int ksize) {
  const int height = image.shape[0], width = image.shape[1];
  NdArray<std::uint8_t> out = image;
  for (int y = 0; y < height; y++) {
    const auto start = out.data.begin() + y * width;
    const Bytes row = sliding_max(Bytes(start, start + width), ksize / 2);
    std::copy(row.begin(), row.end(), start);
  }
  for (int x = 0; x < width; x++) {
    Bytes column(height);
    for (int y = 0; y < height; y++) column[y] = out.data[y * width + x];
    column = sliding_max(column, ksize / 2);
    for (int y = 0; y < height; y++) out.data[y * width + x] = column[y];
  }
  return out;
}
