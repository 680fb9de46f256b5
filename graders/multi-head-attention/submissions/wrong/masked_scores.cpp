// diagnosis: mask-multiplies-scores
// from: reference.cpp
// -       const int seen = causal ? t + 1 : length;
// +       const int seen = length;
// -         weights[s] = dot / std::sqrt(head_width);
// +         weights[s] = causal && s > t ? 0 : dot / std::sqrt(head_width);
