// diagnosis: gradients-averaged-twice
// from: accepted/matrices.cpp
// -     for (int k = 0; k < d.columns; k++) d.at(n, k) = (std::exp(d.at(n, k) - top) / total - (k == y.data[n])) / d.rows;
// +     for (int k = 0; k < d.columns; k++) d.at(n, k) = (std::exp(d.at(n, k) - top) / total - (k == y.data[n])) / d.rows / d.rows;
