#include "anneal.hpp"

struct ClipByGlobalNormResult {
  NdArray<float> grads;
  double norm;
};

/** As torch.nn.utils.clip_grad_norm_, without its 1e-6: the norm of all layers is that of one vector, so that their sizes do not matter. */
ClipByGlobalNormResult clip_by_global_norm(NdArray<float> grads, const NdArray<int>&, double limit) {
  double squares = 0;
  for (double x : grads.data) squares += x * x;
  const double norm = std::sqrt(squares);
  for (float& x : grads.data) x *= limit / std::max(norm, limit);
  return {grads, norm};
}
