// diagnosis: window-is-disc
// from: accepted/single_precision.cpp
// -           const float value = image.data[fold(y + i, h) * w + fold(x + j, w)];
// +           if (i * i + j * j > radius * radius) continue;
// +           const float value = image.data[fold(y + i, h) * w + fold(x + j, w)];
