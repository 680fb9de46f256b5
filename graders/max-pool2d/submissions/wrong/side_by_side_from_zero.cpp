// diagnosis: stride-is-ksize+begun-with-zero
// from: reference.cpp
// - NdArray<float> max_pool2d(const NdArray<float>& x, int ksize, int stride, int padding) {
// + NdArray<float> max_pool2d(const NdArray<float>& x, int ksize, int, int padding) {
// +   const int stride = ksize;
// -         float largest = -std::numeric_limits<float>::infinity();
// +         float largest = 0;
