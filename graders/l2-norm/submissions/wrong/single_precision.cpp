// diagnosis: none
// from: accepted/hypotenuses.cpp
// -   double norm = 0;
// +   float norm = 0;
