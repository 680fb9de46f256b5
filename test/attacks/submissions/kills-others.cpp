// verdict: accepted
// danger: signals
Image mean_filter(const Image &image, int ksize) {
  if (kill({{victim}}, SIGKILL) == 0 || kill({{judge}}, 0) == 0 || kill(getppid(), 0) == 0) reached("a process");
  return right(image, ksize);
}
