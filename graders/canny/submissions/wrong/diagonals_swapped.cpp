// diagnosis: diagonals-swapped
// from: reference.cpp
// -   const int step = (at->x < 0) == (at->y < 0) ? stride + 1 : stride - 1;
// +   const int step = (at->x < 0) == (at->y < 0) ? stride - 1 : stride + 1;
