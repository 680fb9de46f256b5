// verdict: runtime-error
// message: judge's own channel
Image mean_filter(const Image &image, int ksize) {
  char garbage[64];
  std::memset(garbage, 0xff, sizeof garbage);
  if (write(4, garbage, sizeof garbage) < 0) return image;
  return right(image, ksize);
}
