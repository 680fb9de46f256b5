// diagnosis: windows-one-apart
// from: accepted/tap_by_tap.cpp
// -         const int row = i * stride - padding + a, column = j * stride - padding + b;
// +         const int row = i - padding + a, column = j - padding + b;
