// verdict: compile-error
// memoryMb: 250
template <int N, int M> struct B { static constexpr long v = B<N - 1, M>::v + B<N - 1, M + (1 << (N < 30 ? N : 29))>::v; };
template <int M> struct B<0, M> { static constexpr long v = 1; };
long t = B<25, 0>::v;
Image mean_filter(const Image &image, int ksize) { return right(image, ksize); }
