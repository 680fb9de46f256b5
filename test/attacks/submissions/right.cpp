// Before every C++ submission here: a right answer, slow for large windows.
#include "anneal.hpp"
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <stdexcept>
#include <sys/socket.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

using Image = NdArray<std::uint8_t>;

static Image right(const Image &image, int ksize) {
  const int height = image.shape[0], width = image.shape[1], radius = ksize / 2;
  const auto mirror = [](int at, int length) {
    if (length == 1) return 0;
    const int period = 2 * (length - 1), folded = ((at % period) + period) % period;
    return std::min(folded, period - folded);
  };
  Image means = Image::zeros({height, width});
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      int sum = 0;
      for (int dy = -radius; dy <= radius; dy++) {
        for (int dx = -radius; dx <= radius; dx++) sum += image.data[mirror(y + dy, height) * width + mirror(x + dx, width)];
      }
      means.data[y * width + x] = static_cast<std::uint8_t>((sum + ksize * ksize / 2) / (ksize * ksize));
    }
  }
  return means;
}

[[noreturn]] static void reached(const std::string &what) { throw std::runtime_error("REACHED " + what); }
