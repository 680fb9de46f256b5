// diagnosis: threshold-dropped+ties-reversed
// from: reference.cpp
// -     left.erase(std::remove_if(left.begin(), left.end(), [&](int at) { return current[at] < score_threshold; }), left.end());
// +     left.erase(std::remove_if(left.begin(), left.end(), [&](int at) { return current[at] <= score_threshold; }), left.end());
// -     const auto best = std::max_element(left.begin(), left.end(), [&](int a, int b) { return current[a] < current[b]; });
// +     const auto best = std::max_element(left.begin(), left.end(), [&](int a, int b) { return current[a] <= current[b]; });
