// diagnosis: padding-ignored
// from: reference.cpp
// - NdArray<float> max_pool2d(const NdArray<float>& x, int ksize, int stride, int padding) {
// + NdArray<float> max_pool2d(const NdArray<float>& x, int ksize, int stride, int) {
// +   const int padding = 0;
