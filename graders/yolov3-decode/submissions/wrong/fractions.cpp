// diagnosis: centre-as-fraction
// from: reference.cpp
// -       push((cell % width + sigmoid(raw(0))) * stride);
// -       push((cell / width + sigmoid(raw(1))) * stride);
// +       push((cell % width + sigmoid(raw(0))) / width);
// +       push((cell / width + sigmoid(raw(1))) / height);
