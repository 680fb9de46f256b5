// diagnosis: alpha-for-both
// from: accepted/split.cpp
// -     const double weight = alpha < 0 ? 1 : y * alpha + (1 - y) * (1 - alpha);
// +     const double weight = alpha < 0 ? 1 : alpha;
