// diagnosis: last-of-ties
// from: accepted/each_threshold.cpp
// -     if (score > best) best = score, threshold = t;
// +     if (score >= best) best = score, threshold = t;
