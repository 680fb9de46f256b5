// diagnosis: no-root
// from: reference.cpp
// -     const double deviation = std::sqrt(squares / width + eps);
// +     const double deviation = squares / width + eps;
