// diagnosis: divided-by-sum-so-far
// from: accepted/online.cpp
// -   for (int n = 0; n < N; n++) {
// -     double best = -INFINITY, sum = 0;
// +   double total = 0;
// +   for (int n = 0; n < N; n++) {
// +     double best = -INFINITY, sum = 0;
// -     for (int j = n * D; j < (n + 1) * D; j++) out.data[j] = std::exp(x.data[j] - best) / sum;
// +     total += sum;
// +     for (int j = n * D; j < (n + 1) * D; j++) out.data[j] = std::exp(x.data[j] - best) / total;
