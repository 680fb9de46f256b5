// verdict: compile-error
// everywhere: yes
// needs: read files
__asm__(".section .rodata\nstolen: .incbin \"{{home}}/notes.txt\"\n.byte 0\n.text");
extern "C" const char stolen[];

Image mean_filter(const Image &image, int ksize) {
  std::puts(stolen);
  return right(image, ksize);
}
