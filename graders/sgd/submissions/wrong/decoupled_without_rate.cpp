// diagnosis: decay-without-rate
// from: reference.cpp
// -     weight -= lr * (grads.data[at] + weight_decay * weight);
// +     weight -= lr * grads.data[at] + weight_decay * weight;
