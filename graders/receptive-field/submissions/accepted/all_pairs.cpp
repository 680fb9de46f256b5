#include "anneal.hpp"

struct ReceptiveFieldResult {
  int jump;
  int size;
};

static int jump_before(const NdArray<double>& layers, int layer) {
  int jump = 1;
  for (int below = 0; below < layer; below++) jump *= static_cast<int>(layers.data[3 * below + 1]);
  return jump;
}

// The sum of the closed formula, with the product of strides anew for each layer.
ReceptiveFieldResult receptive_field(const NdArray<double>& layers) {
  const int count = layers.shape[0];
  int size = 1;
  for (int layer = 0; layer < count; layer++)
    size += (layers.data[3 * layer] - 1) * layers.data[3 * layer + 2] * jump_before(layers, layer);
  return {jump_before(layers, count), size};
}
