// verdict: runtime-error
// message: not shown
Image mean_filter(const Image &image, int ksize) {
  std::puts("\x1b[2J\x1b]0;title\x07\x1b]52;c;aGk=\x07");
  throw std::runtime_error("\x1b[31mnot\x1b[0m \x1b]8;;http://x\x07shown");
}
