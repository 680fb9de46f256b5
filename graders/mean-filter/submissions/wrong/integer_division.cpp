// diagnosis: truncated
// from: slow/sum_each_window.cpp
// -       out.data[y * width + x] = (2 * sum + area) / (2 * area);
// +       out.data[y * width + x] = sum / area;
