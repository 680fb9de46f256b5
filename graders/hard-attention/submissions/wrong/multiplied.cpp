// diagnosis: temperature-multiplied
// from: reference.cpp
// -     for (double& sum : noisy) total += sum = std::exp((sum - highest) / tau);
// +     for (double& sum : noisy) total += sum = std::exp((sum - highest) * tau);
