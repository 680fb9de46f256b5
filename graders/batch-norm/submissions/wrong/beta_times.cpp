// diagnosis: gamma-and-beta-swapped
// from: accepted/folded.cpp
// -     const double scale = gamma.data[c] / std::sqrt(var[c] + eps);
// -     y.data[i] = x.data[i] * scale + (beta.data[c] - mean[c] * scale);
// +     const double scale = beta.data[c] / std::sqrt(var[c] + eps);
// +     y.data[i] = x.data[i] * scale + (gamma.data[c] - mean[c] * scale);
