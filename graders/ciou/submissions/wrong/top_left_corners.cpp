// diagnosis: distance-of-corners
// from: accepted/box_struct.cpp
// -   double cx() const { return (x1 + x2) / 2; }
// -   double cy() const { return (y1 + y2) / 2; }
// +   double cx() const { return x1; }
// +   double cy() const { return y1; }
