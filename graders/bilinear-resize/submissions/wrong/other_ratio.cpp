// diagnosis: ratio-of-the-other-axis
// from: accepted/four_neighbours.cpp
// -     double y = std::max(0.0, (i + 0.5) * h / height - 0.5);
// +     double y = std::max(0.0, (i + 0.5) * w / width - 0.5);
// -     int y0 = std::min<int>(y, h - 1), y1 = std::min(y0 + 1, h - 1);
// +     y = std::min(y, h - 1.0);
// +     int y0 = std::min<int>(y, h - 1), y1 = std::min(y0 + 1, h - 1);
// -       double x = std::max(0.0, (j + 0.5) * w / width - 0.5);
// +       double x = std::min(w - 1.0, std::max(0.0, (j + 0.5) * h / height - 0.5));
