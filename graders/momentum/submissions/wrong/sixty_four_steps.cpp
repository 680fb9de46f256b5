// diagnosis: none
// from: reference.cpp
// -   for (int t = 0; t < grads.shape[0]; t++) {
// +   for (int t = 0; t < std::min(grads.shape[0], 64); t++) {
