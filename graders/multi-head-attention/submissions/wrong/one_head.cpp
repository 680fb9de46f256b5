// diagnosis: one-head-only
// from: accepted/in_f32.cpp
// -   const int T = x.shape[0], D = x.shape[1], d = D / heads;
// +   const int T = x.shape[0], D = x.shape[1], d = D;
// -     for (int h = 0; h < heads; h++) {
// +     for (int h = 0; h < 1; h++) {
