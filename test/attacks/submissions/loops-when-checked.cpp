// verdict: runtime-error
// message: SIGSEGV
// requestMs: 250
// Holds up those who look into its crash.
Image mean_filter(const Image &image, int ksize) {
#ifdef _GLIBCXX_DEBUG
  volatile int on = 1;
  while (on) {}
#endif
  volatile int *nowhere = nullptr;
  *nowhere = 1;
  return right(image, ksize);
}
