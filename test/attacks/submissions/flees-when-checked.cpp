// verdict: runtime-error
// everywhere: yes
// message: SIGSEGV
// Leaves processes and files behind where its crash is looked into.
Image mean_filter(const Image &image, int ksize) {
#ifdef _GLIBCXX_DEBUG
  for (int count = 0; count < 20; count++) {
    if (fork() == 0) {
      setsid();
      for (;;) sleep(20);
    }
  }
  for (const char *folder : {".", "/tmp", "/dev/shm", "{{home}}"}) {
    open((std::string(folder) + "/filled-{{mark}}").c_str(), O_WRONLY | O_CREAT, 0600);
  }
  unlink("{{home}}/notes.txt");
  kill({{victim}}, SIGKILL);
  sleep(20);
#endif
  volatile int *nowhere = nullptr;
  *nowhere = 1;
  return right(image, ksize);
}
