// diagnosis: no-maximum-subtracted
// from: accepted/key_by_key.cpp
// -       const double next = std::max(best, score), shrink = std::exp(best - next), weight = std::exp(score - next);
// +       const double next = best, shrink = 1, weight = std::exp(score);
