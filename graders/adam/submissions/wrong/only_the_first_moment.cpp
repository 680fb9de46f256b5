// diagnosis: only-m-corrected
// from: reference.cpp
// -       state.params.data[i] -= lr * (first / correction1) / (std::sqrt(second / correction2) + eps);
// +       state.params.data[i] -= lr * (first / correction1) / (std::sqrt(second) + eps);
