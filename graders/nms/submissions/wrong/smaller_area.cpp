// diagnosis: divides-by-smaller
// from: reference.cpp
// -   return intersection == 0 ? 0 : intersection / (area(one) + area(other) - intersection);
// +   return intersection == 0 ? 0 : intersection / std::min(area(one), area(other));
