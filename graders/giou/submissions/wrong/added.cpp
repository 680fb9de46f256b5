// diagnosis: penalty-added
// from: reference.cpp
// -     result.data.push_back(static_cast<float>(quotient(intersection, all) - quotient(hull - all, hull)));
// +     result.data.push_back(static_cast<float>(quotient(intersection, all) + quotient(hull - all, hull)));
