#include "anneal.hpp"

// van Herk / Gil-Werman on whole rows: running minima from the start of each block of rows and to its end.
static void minima_down(std::vector<std::uint8_t>& image, int height, int width, int ksize) {
  const int radius = ksize / 2, rows = (height + ksize - 1 + ksize - 1) / ksize * ksize;
  std::vector<std::uint8_t> head(static_cast<std::size_t>(rows) * width, 255);
  for (int y = 0; y < height; y++)
    std::copy_n(image.begin() + y * width, width, head.begin() + (y + radius) * width);
  std::vector<std::uint8_t> tail = head;
  for (int y = 1; y < rows; y++)
    for (int x = 0; y % ksize != 0 && x < width; x++)
      head[y * width + x] = std::min(head[y * width + x], head[(y - 1) * width + x]);
  for (int y = rows - 2; y >= 0; y--)
    for (int x = 0; (y + 1) % ksize != 0 && x < width; x++)
      tail[y * width + x] = std::min(tail[y * width + x], tail[(y + 1) * width + x]);
  for (int at = 0; at < height * width; at++) image[at] = std::min(tail[at], head[at + (ksize - 1) * width]);
}

static std::vector<std::uint8_t> turned(const std::vector<std::uint8_t>& image, int height, int width) {
  std::vector<std::uint8_t> columns(image.size());
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) columns[x * height + y] = image[y * width + x];
  return columns;
}

NdArray<std::uint8_t> min_filter(NdArray<std::uint8_t> image, int ksize) {
  const int height = image.shape[0], width = image.shape[1];
  minima_down(image.data, height, width, ksize);
  auto columns = turned(image.data, height, width);
  minima_down(columns, width, height, ksize);
  image.data = turned(columns, width, height);
  return image;
}
