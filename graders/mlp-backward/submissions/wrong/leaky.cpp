// diagnosis: none
// from: accepted/matrices.cpp
// -   for (double& value : h.data) value = std::max(value, 0.0);
// +   for (double& value : h.data) value = std::max(value, 0.01 * value);
