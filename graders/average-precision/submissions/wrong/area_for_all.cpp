// diagnosis: always-area
// from: reference.cpp
// -   if (method == "area") return std::accumulate(envelope.begin(), envelope.end(), 0.0) / positives;
// +   return std::accumulate(envelope.begin(), envelope.end(), 0.0) / positives;
