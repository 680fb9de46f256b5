// diagnosis: none
// from: reference.cpp
// -       const double iou = intersection > 0 ? intersection / (area(one) + area(other) - intersection) : 0;
// +       const double iou = intersection / std::max(1.0, area(one) + area(other) - intersection);
