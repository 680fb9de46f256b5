// diagnosis: centred
// from: reference.cpp
// -   std::vector<double> p(params.data.begin(), params.data.end()), average(p.size());
// +   std::vector<double> p(params.data.begin(), params.data.end()), average(p.size()), means(p.size());
// -     p[at % p.size()] -= lr * g / (std::sqrt(square) + eps);
// +     double& mean = means[at % p.size()];
// +     mean = alpha * mean + (1 - alpha) * g;
// +     p[at % p.size()] -= lr * g / (std::sqrt(square - mean * mean) + eps);
