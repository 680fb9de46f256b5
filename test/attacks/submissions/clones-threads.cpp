// verdict: runtime-error
// Threads that share a stack take no memory of its own: where the system has no limit of threads, looking at them would
// hold up the judge.
#include <cerrno>
#include <sched.h>

static char shared_stack[1 << 16];

static int waits(void *) {
  for (;;) pause();
}

Image mean_filter(const Image &, int) {
  for (int count = 0; count < 1500; count++) {
    const int flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM;
    if (clone(waits, shared_stack + sizeof shared_stack, flags, nullptr) < 0) throw std::runtime_error("no more threads");
  }
  for (;;) pause();
}
