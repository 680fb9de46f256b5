// diagnosis: none
// from: reference.cpp
// -   for (std::size_t at = 0; at < grads.data.size(); at++) {
// +   for (std::size_t at = 0; at < std::min(grads.data.size(), 64 * p.size()); at++) {
