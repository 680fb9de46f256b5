// diagnosis: none
// from: reference.cpp
// -     int sum = 0;
// +     std::uint16_t sum = 0;
