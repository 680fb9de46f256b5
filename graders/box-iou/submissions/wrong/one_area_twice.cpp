// diagnosis: one-area-twice
// from: reference.cpp
// -       const double iou = intersection > 0 ? intersection / (area(one) + area(other) - intersection) : 0;
// +       const double iou = intersection > 0 ? intersection / (area(one) + area(one) - intersection) : 0;
