// diagnosis: ignore-unused
// from: reference.cpp
// -     if (mask.data[at] || !ignore.data[at]) loss.objectness += term(cross_entropy, 4);
// +     loss.objectness += term(cross_entropy, 4);
