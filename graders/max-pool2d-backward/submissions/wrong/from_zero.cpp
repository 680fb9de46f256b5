// diagnosis: begun-with-zero-at-first
// from: reference.cpp
// -         int largest = first;
// +         int largest = first;
// +         float best = 0;
// -             if (x.data[at] > x.data[largest]) largest = at;
// +             if (x.data[at] > best) {
// +               best = x.data[at];
// +               largest = at;
// +             }
