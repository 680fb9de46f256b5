// diagnosis: intersection-alone+one-round-more
// from: accepted/labels.cpp
// -   while (iterations-- > 0) {
// +   while (iterations-- >= 0) {
// -       double bw = sizes.data[2 * i], bh = sizes.data[2 * i + 1], least = 2;
// +       double bw = sizes.data[2 * i], bh = sizes.data[2 * i + 1], least = 2e9;
// -         double distance = 1 - common / (bw * bh + w[j] * h[j] - common);
// +         double distance = -common;
