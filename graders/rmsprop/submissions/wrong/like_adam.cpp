// diagnosis: bias-corrected
// from: reference.cpp
// -     p[at % p.size()] -= lr * g / (std::sqrt(square) + eps);
// +     const double correction = 1 - std::pow(alpha, at / p.size() + 1);
// +     p[at % p.size()] -= lr * g / (std::sqrt(square / correction) + eps);
