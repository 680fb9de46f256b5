// diagnosis: no-momentum
// from: reference.cpp
// -       const double v = mu * state.velocity.data[i] + g;
// +       const double v = g;
// -       state.params.data[i] -= lr * (nesterov ? g + mu * v : v);
// +       state.params.data[i] -= lr * v;
