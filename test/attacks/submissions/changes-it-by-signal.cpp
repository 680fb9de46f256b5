// verdict: invalid-output
// message: A later call changed this result
// requestMs: 5000
#include <sys/time.h>

struct Answer {
  Image image;
  Answer *before;
};
static Answer *volatile newest = nullptr;

static void change(int) {
  // The newest may not have been told yet.
  if (newest == nullptr) return;
  for (Answer *answer = newest->before; answer != nullptr; answer = answer->before)
    for (auto &value : answer->image.data) value = 0;
}

static const bool ticks = [] {
  std::signal(SIGALRM, change);
  const itimerval often{{0, 100}, {0, 100}};
  return setitimer(ITIMER_REAL, &often, nullptr) == 0;
}();

const Image &mean_filter(const Image &image, int ksize) {
  newest = new Answer{right(image, ksize), newest};
  return newest->image;
}
