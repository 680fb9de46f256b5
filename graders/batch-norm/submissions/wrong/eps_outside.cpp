// diagnosis: eps-outside-root
// from: reference.cpp
// -     const double scale = gamma.data[c] / std::sqrt(variance + eps);
// +     const double scale = gamma.data[c] / (std::sqrt(variance) + eps);
