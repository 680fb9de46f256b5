// verdict: compile-error
// message: 'y' was not declared
// needs: read files
#line 1 "{{home}}/notes.txt"
int x = y;
Image mean_filter(const Image &image, int ksize) { return right(image, ksize); }
