// diagnosis: weight-averaged
// from: reference.cpp
// -           grad.weight.data[place] += g * x.data[pixel];
// +           grad.weight.data[place] += g * x.data[pixel] / x.shape[0];
