// verdict: invalid-output
// message: A later call changed this result
#include <sys/time.h>

static Image held;

static void change(int) {
  for (auto &value : held.data) value = 0;
}

const Image &mean_filter(const Image &image, int ksize) {
  std::signal(SIGALRM, change);
  held = right(image, ksize);
  const itimerval soon{{0, 1000}, {0, 1000}};
  setitimer(ITIMER_REAL, &soon, nullptr);
  return held;
}
