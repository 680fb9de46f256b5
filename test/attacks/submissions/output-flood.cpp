// verdict: output-limit
Image mean_filter(const Image &image, int ksize) {
  for (;;) std::puts("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
}
