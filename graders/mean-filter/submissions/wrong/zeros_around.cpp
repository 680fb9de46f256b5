// diagnosis: zero-padding
// from: slow/sum_each_window.cpp
// -           sum += image.data[mirror(y + dy, height) * width + mirror(x + dx, width)];
// +           if (y + dy >= 0 && y + dy < height && x + dx >= 0 && x + dx < width)
// +             sum += image.data[(y + dy) * width + x + dx];
