// diagnosis: entropy-of-the-targets-taken-off
// from: accepted/targets.cpp
// -     for (int k = 0; k < c; k++) total += target[k] * (std::log(sum) - log_p[k]);
// +     for (int k = 0; k < c; k++) {
// +       total += target[k] * (std::log(sum) - log_p[k]);
// +       if (target[k] > 0) total += target[k] * std::log(target[k]);
// +     }
