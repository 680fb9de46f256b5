// diagnosis: none
// from: reference.cpp
// -   double found = 0;
// +   int found = 0;
// -     curve.precision.data.push_back(found / static_cast<double>(rank + 1));
// +     curve.precision.data.push_back(found / static_cast<int>(rank + 1));
