// diagnosis: starts-at-one
// from: reference.cpp
// -   std::vector<double> p(params.data.begin(), params.data.end()), average(p.size());
// +   std::vector<double> p(params.data.begin(), params.data.end()), average(p.size(), 1);
