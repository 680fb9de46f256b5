// diagnosis: no-maximum-subtracted
// from: reference.cpp
// -     for (int j = 0; j < width; j++) total += exps[j] = std::exp(row[j] - highest);
// +     for (int j = 0; j < width; j++) total += exps[j] = std::exp(row[j]);
