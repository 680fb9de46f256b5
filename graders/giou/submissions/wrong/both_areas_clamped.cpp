// diagnosis: union-counts-twice+clamped-at-zero
// from: accepted/box_struct.cpp
// -     double covered = p.area() + q.area() - both.area();
// +     double covered = p.area() + q.area();
// -     result.data.push_back(value);
// +     result.data.push_back(max(value, 0.0));
