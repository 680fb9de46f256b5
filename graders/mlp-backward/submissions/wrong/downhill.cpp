// diagnosis: gradient-reversed
// from: reference.cpp
// -       slope[k] = (std::exp(logits[k] - log_sum) - (k == y.data[n])) / samples;
// +       slope[k] = ((k == y.data[n]) - std::exp(logits[k] - log_sum)) / samples;
