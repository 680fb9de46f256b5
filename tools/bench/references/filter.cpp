// What bench:references measures in C++: REFERENCE, FUNCTION and PIXEL are defined by the command line; it prints milliseconds.
#include REFERENCE
#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>

static double cpu_ms() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

int main(int, char** argv) {
  const int size = std::atoi(argv[1]), ksize = std::atoi(argv[2]);
  auto image = NdArray<PIXEL>::zeros({size, size});
  std::mt19937 random(0);
  for (auto& pixel : image.data) pixel = static_cast<PIXEL>(random() % 256);
  double best = 1e9, checksum = 0;
  for (int call = 0; call < 30; call++) {
    const double before = cpu_ms();
    const auto out = FUNCTION(image, ksize SIGMA);
    best = std::min(best, cpu_ms() - before);
    checksum += out.data[call];
  }
  std::printf("%.6f %.0f\n", best, checksum);
}
