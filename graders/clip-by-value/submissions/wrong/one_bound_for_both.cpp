// diagnosis: sign-lost
// from: accepted/branches.cpp
// -     if (grad.data[i] > limit)
// -       result.data[i] = limit;
// -     else if (grad.data[i] < -limit)
// -       result.data[i] = -limit;
// +     if (std::abs(grad.data[i]) > limit) result.data[i] = limit;
