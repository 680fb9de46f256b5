// diagnosis: not-divided-by-sum
// from: accepted/scaled_first.cpp
// -       for (int e = 0; e < E; e++) out.data[t * E + e] += weights[s] / total * v.data[s * E + e];
// +       for (int e = 0; e < E; e++) out.data[t * E + e] += weights[s] * v.data[s * E + e];
