// diagnosis: radius-is-whole-window
// from: accepted/online.cpp
// -     for (int s = std::max(0, t - radius); s <= std::min(T - 1, t + radius); s++) {
// +     for (int s = std::max(0, t - radius / 2); s <= std::min(T - 1, t + radius / 2); s++) {
