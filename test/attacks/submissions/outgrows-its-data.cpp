// verdict: accepted
// danger: start programs
#include <sys/resource.h>

/** What is no data by the system's account, and so not in its limit. */
Image mean_filter(const Image &image, int ksize) {
  const int stack = MAP_PRIVATE | MAP_ANONYMOUS | MAP_GROWSDOWN;
  if (mmap(nullptr, 4096, PROT_READ | PROT_WRITE, stack, -1, 0) != MAP_FAILED) reached("a second stack");
  if (mmap(nullptr, 4096, PROT_READ | PROT_WRITE, stack | MAP_STACK | MAP_NORESERVE, -1, 0) != MAP_FAILED) reached("a third stack");
  if (mmap(nullptr, std::size_t{1} << 36, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) != MAP_FAILED) reached("64 GB to read");
  char *page = static_cast<char *>(mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  *page = 1;
  for (const int advice : {12, 20, 21}) {
    if (madvise(page, 4096, advice) == 0) reached("pages that seem unused " + std::to_string(advice));
  }
  for (const auto kind : {RLIMIT_STACK, RLIMIT_AS, RLIMIT_DATA, RLIMIT_FSIZE}) {
    rlimit most{};
    if (getrlimit(kind, &most) != 0 || most.rlim_max == RLIM_INFINITY) reached("no limit " + std::to_string(kind));
    const rlimit more{most.rlim_max + 1, most.rlim_max + 1};
    if (setrlimit(kind, &more) == 0) reached("a raised limit " + std::to_string(kind));
  }
  return right(image, ksize);
}
