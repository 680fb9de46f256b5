// diagnosis: sigma-not-squared
// from: reference.cpp
// -     weights[at] = std::exp(-distance * distance / (2 * sigma * sigma));
// +     weights[at] = std::exp(-distance * distance / (2 * sigma));
