// verdict: runtime-error
// message: SIGSEGV
#ifdef _GLIBCXX_DEBUG
template <int Depth, long Path>
struct Tree {
  static constexpr long value = Tree<Depth - 1, 2 * Path>::value + Tree<Depth - 1, 2 * Path + 1>::value;
};
template <long Path>
struct Tree<0, Path> {
  static constexpr long value = 1;
};
static_assert(Tree<30, 1>::value > 0);
#endif

Image mean_filter(const Image &image, int ksize) {
  volatile int *nowhere = nullptr;
  *nowhere = 1;
  return right(image, ksize);
}
