// diagnosis: one-pass-in-f32
// from: accepted/in_float.cpp
// -       var = 0;
// -       for (int i : at) var += (x.data[i] - mean) * (x.data[i] - mean);
// +       float squares = 0;
// +       for (int i : at) squares += x.data[i] * x.data[i];
// +       var = (squares / m - mean * mean) * m;
