// diagnosis: zero-over-zero
// from: reference.cpp
// -     sum += error < beta ? error * error / (2 * beta) : error - beta / 2;
// +     sum += error <= beta ? error * error / (2 * beta) : error - beta / 2;
