// diagnosis: smallest-instead
// from: accepted/doubled_windows.cpp
// -       for (std::size_t i = 0; i + shift < a.size(); i++) a[i] = std::max(a[i], a[i + shift]);
// +       for (std::size_t i = 0; i + shift < a.size(); i++) a[i] = std::min(a[i], a[i + shift]);
