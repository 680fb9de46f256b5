// verdict: time-limit
// requestMs: 250
Image mean_filter(const Image &image, int ksize) {
  kill(getpid(), SIGSTOP);
  return right(image, ksize);
}
