// diagnosis: norm-after-clipping
// from: reference.cpp
// -   return {grads, norm};
// +   return {grads, std::min(norm, limit)};
