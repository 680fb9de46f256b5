// diagnosis: none
// from: accepted/in_float.cpp
// -       for (int i : at) var += (x.data[i] - mean) * (x.data[i] - mean);
// +       for (int i : at) var += x.data[i] * x.data[i];
// +       var -= m * mean * mean;
