#include "anneal.hpp"

struct ClipByGlobalNormResult {
  NdArray<float> grads;
  float norm;
};

// float throughout.
ClipByGlobalNormResult clip_by_global_norm(const NdArray<float>& grads, const NdArray<int>&, double limit) {
  float squares = 0;
  for (float x : grads.data) squares += x * x;
  const float norm = std::sqrt(squares), factor = std::min(1.0f, static_cast<float>(limit) / norm);
  ClipByGlobalNormResult result{NdArray<float>::zeros(grads.shape), norm};
  for (std::size_t i = 0; i < grads.data.size(); i++) result.grads.data[i] = grads.data[i] * factor;
  return result;
}
