// diagnosis: none
// from: reference.cpp
// -   for (const int detection : detections) {
// +   for (const int detection : detections) {
// +     if (scores.data[detection] <= 0) continue;
