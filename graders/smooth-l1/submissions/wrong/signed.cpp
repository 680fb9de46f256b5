// diagnosis: sign-kept
// from: reference.cpp
// -     const double error = std::abs(static_cast<double>(pred.data[i]) - target.data[i]);
// +     const double error = static_cast<double>(pred.data[i]) - target.data[i];
