#include "anneal.hpp"

// Minima of 1, 2, 4 ... neighbours, of which two that overlap cover the window.
static std::vector<std::uint8_t> along(std::vector<std::uint8_t> line, int ksize) {
  const int length = line.size(), radius = ksize / 2;
  line.insert(line.begin(), radius, 255);
  line.resize(length + 2 * radius, 255);
  int covered = 1;
  for (; 2 * covered <= ksize; covered *= 2)
    for (std::size_t at = 0; at + covered < line.size(); at++) line[at] = std::min(line[at], line[at + covered]);
  for (int at = 0; at < length; at++) line[at] = std::min(line[at], line[at + ksize - covered]);
  line.resize(length);
  return line;
}

NdArray<std::uint8_t> min_filter(const NdArray<std::uint8_t>& image, int ksize) {
  const int height = image.shape[0], width = image.shape[1];
  auto out = image;
  std::vector<std::uint8_t> row(width), column(height);
  for (int y = 0; y < height; y++) {
    std::copy_n(out.data.begin() + y * width, width, row.begin());
    const auto minima = along(row, ksize);
    std::copy(minima.begin(), minima.end(), out.data.begin() + y * width);
  }
  for (int x = 0; x < width; x++) {
    for (int y = 0; y < height; y++) column[y] = out.data[y * width + x];
    const auto minima = along(column, ksize);
    for (int y = 0; y < height; y++) out.data[y * width + x] = minima[y];
  }
  return out;
}
