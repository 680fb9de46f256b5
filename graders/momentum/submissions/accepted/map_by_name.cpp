// from: reference.cpp
// Right, though it keeps the state by the parameter's name, as a framework does.
// -   MomentumResult state{params, NdArray<float>::zeros(params.shape)};
// +   MomentumResult state{params, NdArray<float>::zeros(params.shape)};
// +   std::map<std::string, double> velocity;
// -       const double v = mu * state.velocity.data[i] + g;
// +       double& v = velocity["parameter " + std::to_string(i)];
// +       v = mu * v + g;
