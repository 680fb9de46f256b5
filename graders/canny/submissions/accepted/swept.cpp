// Linking by sweeps up and down until nothing changes.
// from: reference.cpp
// -   while (!stack.empty()) {
// -     const int at = stack.back();
// -     stack.pop_back();
// -     if (!weak[at]) continue;
// -     weak[at] = 0;
// -     out.data[(at / stride - 1) * width + at % stride - 1] = 255;
// -     for (int row : {at - stride, at, at + stride})
// -       for (int next = row - 1; next <= row + 1; next++)
// -         if (weak[next]) stack.push_back(next);
// -   }
// +   for (int at : stack) weak[at] = 2;
// +   for (bool changed = true; changed;) {
// +     changed = false;
// +     for (int at = stride + 1; at < static_cast<int>(weak.size()) - stride - 1; at++) {
// +       if (weak[at] != 1) continue;
// +       for (int near : {at - stride - 1, at - stride, at - stride + 1, at - 1, at + 1, at + stride - 1, at + stride, at + stride + 1}) {
// +         if (weak[near] != 2) continue;
// +         weak[at] = 2;
// +         changed = true;
// +       }
// +     }
// +   }
// +   for (std::size_t at = 0; at < weak.size(); at++)
// +     if (weak[at] == 2) out.data[(at / stride - 1) * width + at % stride - 1] = 255;
