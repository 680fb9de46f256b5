// diagnosis: begun-with-smallest-positive
// from: reference.cpp
// numeric_limits<float>::min() is the smallest positive float, not the lowest
// -         float largest = -std::numeric_limits<float>::infinity();
// +         float largest = std::numeric_limits<float>::min();
