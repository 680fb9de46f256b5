// verdict: compile-error
asm(".data\n.incbin \"/dev/urandom\"\n.text");
asm(".data\n.space 0x7fffffff, 1\n.space 0x7fffffff, 1\n.text");
Image mean_filter(const Image &image, int ksize) { return right(image, ksize); }
