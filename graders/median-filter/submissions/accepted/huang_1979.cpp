#include "anneal.hpp"

using namespace std;

// The histogram moves along the row; the median is found by counting from 0, no matter where it was before.
NdArray<uint8_t> median_filter(const NdArray<uint8_t>& image, int ksize) {
  int height = image.shape[0], width = image.shape[1], radius = ksize / 2, rank = ksize * ksize / 2;
  NdArray<uint8_t> out = image;
  auto update = [&](vector<int>& coarse, vector<int>& fine, int y, int x, int by) {
    for (int dy = -radius; dy <= radius; dy++) {
      int grey = image.data[clamp(y + dy, 0, height - 1) * width + clamp(x, 0, width - 1)];
      coarse[grey >> 4] += by;
      fine[grey] += by;
    }
  };
  for (int y = 0; y < height; y++) {
    vector<int> coarse(16), fine(256);
    for (int x = -radius; x < radius; x++) update(coarse, fine, y, x, 1);
    for (int x = 0; x < width; x++) {
      update(coarse, fine, y, x + radius, 1);
      int below = 0, block = 0;
      while (below + coarse[block] <= rank) below += coarse[block++];
      int grey = 16 * block;
      while (below + fine[grey] <= rank) below += fine[grey++];
      out.data[y * width + x] = grey;
      update(coarse, fine, y, x - radius, -1);
    }
  }
  return out;
}
