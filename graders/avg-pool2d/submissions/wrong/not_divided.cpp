// diagnosis: sum-not-divided
// from: reference.cpp
// -         *result++ = sum / (ksize * ksize);
// +         *result++ = sum;
