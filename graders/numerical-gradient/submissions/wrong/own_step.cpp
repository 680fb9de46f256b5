// diagnosis: analytic
// from: accepted/copies.cpp
// -   NdArray<double> gradient = NdArray<double>::zeros(x.shape);
// +   h = 1e-5;  // the usual one
// +   NdArray<double> gradient = NdArray<double>::zeros(x.shape);
