// diagnosis: ema-velocity
// from: reference.cpp
// -       const double v = mu * state.velocity.data[i] + g;
// +       const double v = mu * state.velocity.data[i] + (1 - mu) * g;
