// diagnosis: rank-one-low
// from: slow/sort_each_window.cpp
// -       out.data[y * width + x] = window[window.size() / 2];
// +       out.data[y * width + x] = window[std::max(0, ksize * ksize / 2 - 1)];
