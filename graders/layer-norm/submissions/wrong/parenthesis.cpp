// diagnosis: beta-before-gamma
// from: reference.cpp
// -     for (int d = 0; d < width; d++) y.data[n * width + d] = gamma.data[d] * (row[d] - mean) / deviation + beta.data[d];
// +     for (int d = 0; d < width; d++) y.data[n * width + d] = gamma.data[d] * ((row[d] - mean) / deviation + beta.data[d]);
