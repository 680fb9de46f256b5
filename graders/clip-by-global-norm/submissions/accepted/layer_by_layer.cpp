#include "anneal.hpp"

struct ClipByGlobalNormResult {
  double norm;
  NdArray<float> grads;
};

// Layer by layer: the norm so far and the layer's own are the sides of a right angle.
ClipByGlobalNormResult clip_by_global_norm(const NdArray<float>& grads, const NdArray<int>& sizes, double limit) {
  double norm = 0;
  auto at = grads.data.begin();
  for (int size : sizes.data) {
    double own = 0;
    for (auto end = at + size; at != end; ++at) own = std::hypot(own, *at);
    norm = std::hypot(norm, own);
  }
  ClipByGlobalNormResult result{norm, grads};
  if (norm > limit)
    for (float& x : result.grads.data) x = limit / norm * x;
  return result;
}
