// verdict: compile-error
// message: owned
#error "owned [2J ‮ ​ ؜ 󠁁   ­"
Image mean_filter(const Image &image, int ksize) { return right(image, ksize); }
