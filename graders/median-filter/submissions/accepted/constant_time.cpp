#include "anneal.hpp"

// Perreault and Hebert 2007: each column keeps a histogram of its ksize pixels; the window's is the sum of them, and moves on by adding
// one column and taking one away. The fine counts of a block of 16 grey values are brought up to date only when the median lies in it.
namespace {

struct Histogram {
  std::array<std::uint16_t, 16> coarse{};
  std::array<std::uint16_t, 256> fine{};

  void add(int grey, int by) {
    coarse[grey >> 4] += by;
    fine[grey] += by;
  }
};

void add_block(std::uint16_t* sum, const std::uint16_t* column) {
  for (int at = 0; at < 16; at++) sum[at] += column[at];
}

void take_block(std::uint16_t* sum, const std::uint16_t* column) {
  for (int at = 0; at < 16; at++) sum[at] -= column[at];
}

}  // namespace

NdArray<std::uint8_t> median_filter(const NdArray<std::uint8_t>& image, int ksize) {
  const int height = image.shape[0], width = image.shape[1], radius = ksize / 2, rank = ksize * ksize / 2;
  std::vector<Histogram> columns(width);
  auto pixel = [&](int y, int x) { return image.data[std::clamp(y, 0, height - 1) * width + x]; };
  auto column = [&](int x) -> const Histogram& { return columns[std::clamp(x, 0, width - 1)]; };
  for (int x = 0; x < width; x++)
    for (int y = -radius - 1; y < radius; y++) columns[x].add(pixel(y, x), 1);

  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      columns[x].add(pixel(y - radius - 1, x), -1);
      columns[x].add(pixel(y + radius, x), 1);
    }
    Histogram window;
    std::array<int, 16> summed_to;
    summed_to.fill(-radius - ksize - 1);
    for (int x = -radius; x < radius; x++) add_block(window.coarse.data(), column(x).coarse.data());
    for (int x = 0; x < width; x++) {
      add_block(window.coarse.data(), column(x + radius).coarse.data());
      int below = 0, block = 0;
      while (below + window.coarse[block] <= rank) below += window.coarse[block++];
      std::uint16_t* fine = window.fine.data() + 16 * block;
      if (x - summed_to[block] > ksize) {
        std::fill(fine, fine + 16, 0);
        for (int at = x - radius; at <= x + radius; at++) add_block(fine, column(at).fine.data() + 16 * block);
      } else {
        for (int at = summed_to[block] + 1; at <= x; at++) {
          add_block(fine, column(at + radius).fine.data() + 16 * block);
          take_block(fine, column(at - radius - 1).fine.data() + 16 * block);
        }
      }
      summed_to[block] = x;
      int offset = 0;
      while (below + fine[offset] <= rank) below += fine[offset++];
      out.data[y * width + x] = 16 * block + offset;
      take_block(window.coarse.data(), column(x - radius).coarse.data());
    }
  }
  return out;
}
