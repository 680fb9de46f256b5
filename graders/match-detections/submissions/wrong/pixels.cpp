// diagnosis: plus-one+threshold-ignored
// from: reference.cpp
// -   double area() const { return (x2 - x1) * (y2 - y1); }
// +   double area() const { return (x2 - x1 + 1) * (y2 - y1 + 1); }
// -   const double width = std::min(a.x2, b.x2) - std::max(a.x1, b.x1);
// -   const double height = std::min(a.y2, b.y2) - std::max(a.y1, b.y1);
// +   const double width = std::min(a.x2, b.x2) - std::max(a.x1, b.x1) + 1;
// +   const double height = std::min(a.y2, b.y2) - std::max(a.y1, b.y1) + 1;
// -     double best_overlap = threshold;
// +     double best_overlap = 0.5;
