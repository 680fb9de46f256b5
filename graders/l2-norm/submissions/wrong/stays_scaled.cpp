// diagnosis: not-scaled-back+zeros-divided
// from: reference.cpp
// -   if (largest == 0) return 0;
// -   for (double value : x.data) sum += (value / largest) * (value / largest);
// -   return largest * std::sqrt(sum);
// +   for (double value : x.data) sum += (value / largest) * (value / largest);
// +   return std::sqrt(sum);
