// diagnosis: layer-norm
// from: reference.cpp
// -   const int channels = x.shape[1], plane = x.shape[2] * x.shape[3], size = channels / groups * plane;
// +   const int channels = x.shape[1], plane = x.shape[2] * x.shape[3], size = channels * plane;
