// diagnosis: equal-values-alone
// from: accepted/union_find.cpp
// -     if (!mask.data[a] || !mask.data[b]) return;
// +     if (!mask.data[a] || mask.data[a] != mask.data[b]) return;
