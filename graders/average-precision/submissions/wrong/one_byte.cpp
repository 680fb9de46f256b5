// diagnosis: none
// from: accepted/by_definition.cpp
// -   int hits = 0;
// +   uint8_t hits = 0;
