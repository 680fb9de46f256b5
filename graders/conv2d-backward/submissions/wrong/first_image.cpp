// diagnosis: first-image-alone
// from: accepted/gathered.cpp
// -   const int N = x.shape[0], C = x.shape[1], H = x.shape[2], W = x.shape[3];
// +   const int N = 1, C = x.shape[1], H = x.shape[2], W = x.shape[3];
