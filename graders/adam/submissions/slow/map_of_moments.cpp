// from: reference.cpp
// Right, but keeps the state by parameter in a map, as a framework keeps it by name.
// -   const std::size_t size = params.data.size();
// +   const std::size_t size = params.data.size();
// +   std::map<int, std::map<std::string, double>> kept;
// -       const double first = beta1 * state.m.data[i] + (1 - beta1) * g;
// -       const double second = beta2 * state.v.data[i] + (1 - beta2) * g * g;
// +       auto& moments = kept[i];
// +       const double first = moments["m"] = beta1 * moments["m"] + (1 - beta1) * g;
// +       const double second = moments["v"] = beta2 * moments["v"] + (1 - beta2) * g * g;
