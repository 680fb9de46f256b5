// diagnosis: density-factor
// from: accepted/padded_first.cpp
// -   for (float& k : kernel) k /= sum;
// +   for (float& k : kernel) k /= std::sqrt(2 * 3.14159265358979) * sigma;
