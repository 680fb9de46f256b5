// diagnosis: mean-over-outcomes
// from: reference.cpp
// -   return sum;
// +   return sum / p.data.size();
