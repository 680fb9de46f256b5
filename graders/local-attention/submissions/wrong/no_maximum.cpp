// diagnosis: no-maximum-subtracted
// from: reference.cpp
// -       const double weight = std::exp(weights[s] - highest);
// +       const double weight = std::exp(weights[s]);
