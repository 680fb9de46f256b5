// diagnosis: not-sorted
// from: reference.cpp
// -   std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return scores.data[a] > scores.data[b]; });
