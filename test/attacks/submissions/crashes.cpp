// verdict: runtime-error
// message: SIGSEGV
Image mean_filter(const Image &image, int ksize) {
  volatile int *nowhere = nullptr;
  *nowhere = 1;
  return right(image, ksize);
}
