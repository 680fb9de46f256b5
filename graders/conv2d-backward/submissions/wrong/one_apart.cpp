// diagnosis: stride-ignored
// from: reference.cpp
// -           const int row = i * stride - padding + a, column = j * stride - padding + b;
// +           const int row = i - padding + a, column = j - padding + b;
