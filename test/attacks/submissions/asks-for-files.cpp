// verdict: compile-error
// everywhere: yes
// needs: read files
// message: No such file or directory
// What is there and may not be read is told like what is not there.
#include "{{home}}/notes.txt"
Image mean_filter(const Image &image, int ksize) { return right(image, ksize); }
