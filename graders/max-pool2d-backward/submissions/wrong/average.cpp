// diagnosis: spread-over-window
// from: reference.cpp
// -         int largest = first;
// -         for (int row = 0; row < ksize; row++)
// -           for (int at = first + row * width; at < first + row * width + ksize; at++)
// -             if (x.data[at] > x.data[largest]) largest = at;
// -         grad[largest] += *gradient++;
// +         const double share = *gradient++ / static_cast<double>(ksize * ksize);
// +         for (int row = 0; row < ksize; row++)
// +           for (int at = first + row * width; at < first + row * width + ksize; at++) grad[at] += share;
