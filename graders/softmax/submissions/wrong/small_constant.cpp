// diagnosis: none
// from: reference.cpp
// -     double total = 0;
// +     double total = 0.001;
