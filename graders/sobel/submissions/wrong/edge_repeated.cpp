// diagnosis: border-replicate
// from: accepted/nine_weights.cpp
// - static int mirror(int i, int n) { return n == 1 ? 0 : i < 0 ? 1 : i == n ? n - 2 : i; }
// + static int mirror(int i, int n) { return std::min(std::max(i, 0), n - 1); }
