// diagnosis: none
// from: reference.cpp
// -       scores[s] = dot / std::sqrt(width);
// +       scores[s] = dot / std::sqrt(depth);
