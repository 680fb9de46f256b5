// verdict: time-limit
// requestMs: 250
Image mean_filter(const Image &image, int ksize) {
  volatile int on = 1;
  while (on) {}
  return right(image, ksize);
}
