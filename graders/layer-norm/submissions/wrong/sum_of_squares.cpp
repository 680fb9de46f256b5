// diagnosis: squares-not-averaged
// from: accepted/welford.cpp
// -       y.data[n * D + d] = (x.data[n * D + d] - mean) / std::sqrt(squares / D + eps) * gamma.data[d] + beta.data[d];
// +       y.data[n * D + d] = (x.data[n * D + d] - mean) / std::sqrt(squares + eps) * gamma.data[d] + beta.data[d];
