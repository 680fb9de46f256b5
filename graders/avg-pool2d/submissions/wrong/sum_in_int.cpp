// diagnosis: none
// from: reference.cpp
// cut at each addition, and once more when it is divided
// -         double sum = 0;
// +         int sum = 0;
