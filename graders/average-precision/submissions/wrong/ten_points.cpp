// diagnosis: divided-by-steps
// from: reference.cpp
// -   return total / (steps + 1);
// +   return total / steps;
