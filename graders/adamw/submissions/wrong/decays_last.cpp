// diagnosis: decay-after-step
// from: accepted/one_parameter_at_a_time.cpp
// -       p.theta -= lr * weight_decay * p.theta;
// and then, behind the step
// -       p.theta -= lr * m_hat / (std::sqrt(v_hat) + eps);
// +       p.theta -= lr * m_hat / (std::sqrt(v_hat) + eps);
// +       p.theta -= lr * weight_decay * p.theta;
