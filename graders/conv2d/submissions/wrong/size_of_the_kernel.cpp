// diagnosis: size-without-dilation
// from: reference.cpp
// -   const int out_height = (height + 2 * padding - dilation * (kh - 1) - 1) / stride + 1;
// -   const int out_width = (width + 2 * padding - dilation * (kw - 1) - 1) / stride + 1;
// +   const int out_height = (height + 2 * padding - kh) / stride + 1;
// +   const int out_width = (width + 2 * padding - kw) / stride + 1;
