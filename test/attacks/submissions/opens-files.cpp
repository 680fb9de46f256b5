// verdict: runtime-error
// message: no more files
// Each that is open is memory of the kernel's.
#include <fcntl.h>

Image mean_filter(const Image &, int) {
  for (int count = 0; count < 5000; count++)
    if (open("/dev/null", O_RDONLY) < 0) throw std::runtime_error("no more files");
  throw std::runtime_error("REACHED");
}
