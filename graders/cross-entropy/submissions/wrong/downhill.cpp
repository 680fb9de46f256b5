// diagnosis: gradient-reversed
// from: reference.cpp
// -       result.grad.data[i * classes + k] = (std::exp(z[k] - highest) / total - (k == label)) / samples;
// +       result.grad.data[i * classes + k] = ((k == label) - std::exp(z[k] - highest) / total) / samples;
