// diagnosis: right-class-not-lowered
// from: accepted/targets.cpp
// -     target[labels.data[i]] += 1 - epsilon;
// +     target[labels.data[i]] += 1;
