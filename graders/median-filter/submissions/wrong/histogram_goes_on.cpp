// diagnosis: earlier-calls
// from: reference.cpp
// -   std::array<int, 256> count_{};
// +   static inline std::array<int, 256> count_{};
