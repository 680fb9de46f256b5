// diagnosis: factor-of-p-t
// from: accepted/split.cpp
// -     const double factor = weight * std::pow(wrong, gamma);
// +     const double factor = weight * std::pow(right, gamma);
// -     result.grad.data[i] = (1 - 2 * y) * factor * (wrong + gamma * right * nll) / n;
// +     result.grad.data[i] = (1 - 2 * y) * factor * (wrong - gamma * wrong * nll) / n;
