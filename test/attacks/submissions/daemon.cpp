// verdict: accepted
// danger: start programs
Image mean_filter(const Image &image, int ksize) {
  // No trace of where it comes from.
  char *const nothing[] = {nullptr};
  char *const sleeper[] = {const_cast<char *>("sleep"), const_cast<char *>("20"), nullptr};
  const pid_t child = vfork();
  if (child == 0) {
    setsid();
    execve("/bin/sleep", sleeper, nothing);
    _exit(0);
  }
  if (child > 0) reached("a daemon");
  return right(image, ksize);
}
