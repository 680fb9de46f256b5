// diagnosis: colour-not-halved
// from: reference.cpp
// -           const double colour = (value - middle) * (value - middle) / (2 * sigma_color * sigma_color);
// +           const double colour = (value - middle) * (value - middle) / (sigma_color * sigma_color);
