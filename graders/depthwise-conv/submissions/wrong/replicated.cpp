// diagnosis: border-replicated
// from: accepted/tap_by_tap.cpp
// -         const int row = i * stride - padding + a, column = j * stride - padding + b;
// -         if (row < 0 || row >= H || column < 0 || column >= W) continue;
// +         const int row = std::clamp(i * stride - padding + a, 0, H - 1);
// +         const int column = std::clamp(j * stride - padding + b, 0, W - 1);
