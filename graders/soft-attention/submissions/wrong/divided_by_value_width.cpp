// diagnosis: scores-divided-by-root-of-value-width
// from: reference.cpp
// -       scores[s] = dot / std::sqrt(width);
// +       scores[s] = dot / std::sqrt(depth);
