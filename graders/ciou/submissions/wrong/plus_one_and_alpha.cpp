// diagnosis: plus-one+alpha-missing
// from: reference.cpp
// -       shared *= std::max(std::min(a2, b2) - std::max(a1, b1), 0.0);
// +       shared *= std::max(std::min(a2, b2) - std::max(a1, b1) + 1, 0.0);
// -       area_a *= a2 - a1;
// -       area_b *= b2 - b1;
// +       area_a *= a2 - a1 + 1;
// +       area_b *= b2 - b1 + 1;
// -     const double shape = v > 0 ? v * v / (1 - iou + v) : 0;
// +     const double shape = v;
