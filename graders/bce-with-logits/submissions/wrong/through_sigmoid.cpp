// diagnosis: gradient-through-the-sigmoid-again
// from: reference.cpp
// -     result.grad.data[i] = (1 / (1 + std::exp(-x)) - t) / size;
// +     const double p = 1 / (1 + std::exp(-x));
// +     result.grad.data[i] = (p - t) * p * (1 - p) / size;
