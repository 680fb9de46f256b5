// diagnosis: decay-where-gradient
// from: accepted/one_parameter_at_a_time.cpp
// -       p.theta -= lr * weight_decay * p.theta;
// +       if (g != 0) p.theta -= lr * weight_decay * p.theta;
