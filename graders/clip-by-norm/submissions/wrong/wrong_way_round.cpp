// diagnosis: never-scaled-down
// from: accepted/one_loop.cpp
// -   if (norm > limit)
// +   if (norm < limit)
