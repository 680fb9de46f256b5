// diagnosis: none
// from: reference.cpp
// -   for (const std::int32_t candidate : order) {
// +   for (const std::int32_t candidate : order) {
// +     if (scores.data[candidate] <= 0) continue;
