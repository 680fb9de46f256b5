// diagnosis: yes-alone
// from: accepted/softplus.cpp
// -     r.loss += t * softplus(-x) + (1 - t) * softplus(x);
// +     r.loss += t * softplus(-x);
