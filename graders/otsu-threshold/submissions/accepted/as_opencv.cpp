#include "anneal.hpp"

#include <limits>

// The running mean of getThreshVal_Otsu_8u.
int otsu_threshold(const NdArray<std::uint8_t>& image) {
  int h[256] = {};
  for (std::uint8_t grey : image.data) h[grey]++;
  const double scale = 1.0 / image.data.size(), epsilon = std::numeric_limits<float>::epsilon();
  double mu = 0;
  for (int i = 0; i < 256; i++) mu += i * (double)h[i];
  mu *= scale;
  double mu1 = 0, q1 = 0, max_sigma = 0;
  int max_val = 0;
  for (int i = 0; i < 256; i++) {
    const double p_i = h[i] * scale;
    mu1 *= q1;
    q1 += p_i;
    const double q2 = 1. - q1;
    if (std::min(q1, q2) < epsilon || std::max(q1, q2) > 1. - epsilon) continue;
    mu1 = (mu1 + i * p_i) / q1;
    const double mu2 = (mu - q1 * mu1) / q2, sigma = q1 * q2 * (mu1 - mu2) * (mu1 - mu2);
    if (sigma > max_sigma) {
      max_sigma = sigma;
      max_val = i;
    }
  }
  return max_val;
}
