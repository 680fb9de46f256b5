// diagnosis: updated-statistics-in-training
// from: reference.cpp
// -     const double scale = gamma.data[c] / std::sqrt(variance + eps);
// +     mean = result.running_mean.data[c];
// +     variance = result.running_var.data[c];
// +     const double scale = gamma.data[c] / std::sqrt(variance + eps);
