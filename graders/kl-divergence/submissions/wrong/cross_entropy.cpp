// diagnosis: cross-entropy
// from: accepted/inner_product.cpp
// -   return y == 0 ? std::numeric_limits<double>::infinity() : x * (std::log(x) - std::log(y));
// +   return -x * std::log(y);
