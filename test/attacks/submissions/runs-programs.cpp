// verdict: accepted
// danger: start programs
Image mean_filter(const Image &image, int ksize) {
  if (std::system("true") == 0 || popen("true", "r") != nullptr) reached("a shell");
  return right(image, ksize);
}
