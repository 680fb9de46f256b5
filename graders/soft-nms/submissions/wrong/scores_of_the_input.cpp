// diagnosis: first-scores-returned
// from: reference.cpp
// -     result.score.data.push_back(static_cast<float>(current[chosen]));
// +     result.score.data.push_back(scores.data[chosen]);
