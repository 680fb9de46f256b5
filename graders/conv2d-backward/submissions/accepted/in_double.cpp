// from: reference.cpp
// -     const float g = grad_out.data[at];
// +     const double g = grad_out.data[at];
