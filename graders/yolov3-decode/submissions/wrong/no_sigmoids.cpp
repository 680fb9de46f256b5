// diagnosis: xy-without-sigmoid+objectness-without-sigmoid+class-without-sigmoid
// from: reference.cpp
// - static double sigmoid(double logit) { return 1 / (1 + std::exp(-logit)); }
// + static double sigmoid(double logit) { return logit; }
