// diagnosis: none
// from: accepted/box_struct.cpp
// -     if (hull.area() > 0) value -= (hull.area() - covered) / hull.area();
// +     if (hull.area() > 0 && both.area() == 0) value -= (hull.area() - covered) / hull.area();
