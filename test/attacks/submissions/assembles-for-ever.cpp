// verdict: compile-error
asm(".data\n.rept 2000000000\n.quad 0x4141414141414141\n.endr\n.text");
Image mean_filter(const Image &image, int ksize) { return right(image, ksize); }
