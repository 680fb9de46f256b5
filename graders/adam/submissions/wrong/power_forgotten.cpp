// diagnosis: correction-without-power
// from: reference.cpp
// -     const double correction1 = 1 - std::pow(beta1, t);
// -     const double correction2 = 1 - std::pow(beta2, t);
// +     const double correction1 = 1 - beta1;
// +     const double correction2 = 1 - beta2;
