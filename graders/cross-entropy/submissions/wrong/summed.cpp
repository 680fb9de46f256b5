// diagnosis: loss-summed+gradient-not-averaged
// from: accepted/online.cpp
// -     for (int k = 0; k < c; k++) grad.data[i * c + k] = std::exp(z[k] - lse) / n;
// -     grad.data[i * c + labels.data[i]] -= 1.0 / n;
// +     for (int k = 0; k < c; k++) grad.data[i * c + k] = std::exp(z[k] - lse);
// +     grad.data[i * c + labels.data[i]] -= 1.0;
// -   return {loss / n, grad};
// +   return {loss, grad};
