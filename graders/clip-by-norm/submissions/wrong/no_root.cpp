// diagnosis: root-missing
// from: accepted/one_loop.cpp
// -   const double norm = std::sqrt(squares);
// +   const double norm = squares;
