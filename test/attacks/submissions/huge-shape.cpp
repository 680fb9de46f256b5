// verdict: invalid-output
Image mean_filter(const Image &image, int ksize) {
  return {{1 << 30, 1 << 30}, {}};
}
