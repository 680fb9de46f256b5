// diagnosis: centre-at-half-ksize
// from: accepted/every_weight.cpp
// -   int r = ksize / 2;
// +   double r = ksize / 2.0;
