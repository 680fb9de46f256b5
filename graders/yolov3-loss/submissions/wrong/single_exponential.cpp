// diagnosis: none
// from: reference.cpp
// The exponential overflows in single precision.
// -   return std::max(logit, 0.0) - logit * target + std::log1p(std::exp(-std::abs(logit)));
// +   return std::log(1.0f + std::exp(static_cast<float>(logit))) - logit * target;
