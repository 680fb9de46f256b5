// diagnosis: kernel-flipped+bias-ignored
// from: accepted/padded_planes.cpp
// -           double sum = bias.data[o];
// +           double sum = 0;
// -                 sum += static_cast<double>(weight.data[((o * D + d) * kh + a) * kw + b]) *
// +                 sum += static_cast<double>(weight.data[((o * D + d) * kh + kh - 1 - a) * kw + kw - 1 - b]) *
