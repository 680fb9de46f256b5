// diagnosis: not-turned-back
// from: reference.cpp
// -   return precision;
// +   std::reverse(precision.data.begin(), precision.data.end());
// +   return precision;
