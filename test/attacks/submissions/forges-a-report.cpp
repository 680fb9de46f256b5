// verdict: runtime-error
// message: forges-a-report.cpp:1 breaks a rule of the standard library: a lie
// Behaves where its crash is looked into, and lies about it.
Image mean_filter(const Image &image, int ksize) {
#ifdef _GLIBCXX_DEBUG
  std::fputs("Error: a lie\x1b[31m\x1b]0;title\x07 \xe2\x80\xae\n\n==1==ERROR: AddressSanitizer: ABRT\x1b[2J\n    #0 0x0 /forges-a-report.cpp:1\n", stderr);
  _exit(1);
#endif
  volatile int *nowhere = nullptr;
  *nowhere = 1;
  return right(image, ksize);
}
