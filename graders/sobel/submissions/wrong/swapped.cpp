// diagnosis: axes-swapped
// from: accepted/nine_weights.cpp
// -           gx += smooth[i + 1] * j * v;
// -           gy += smooth[j + 1] * i * v;
// +           gx += smooth[j + 1] * i * v;
// +           gy += smooth[i + 1] * j * v;
