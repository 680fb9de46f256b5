// verdict: memory-limit
// memoryMb: 400
// requestMs: 5000
Image mean_filter(const Image &image, int ksize) {
  std::vector<std::vector<char>> held;
  for (;;) held.emplace_back(20000000, 1);
}
