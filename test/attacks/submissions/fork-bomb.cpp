// verdict: accepted
// danger: start programs
Image mean_filter(const Image &image, int ksize) {
  int born = 0;
  for (int count = 0; count < 200; count++) {
    const pid_t child = fork();
    if (child == 0) {
      setsid();
      sleep(20);
      _exit(0);
    }
    born += child > 0;
  }
  if (born > 0) reached(std::to_string(born) + " processes");
  return right(image, ksize);
}
