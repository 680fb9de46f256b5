// diagnosis: last-stride-alone
#include "anneal.hpp"

struct ReceptiveFieldResult {
  int size, jump;
};

ReceptiveFieldResult receptive_field(const NdArray<double>& layers) {
  int size = 1, jump = 1, before = 1;
  for (int l = 0; l < layers.shape[0]; l++) {
    const int k = layers.data[3 * l], s = layers.data[3 * l + 1], d = layers.data[3 * l + 2];
    size += (k - 1) * d * before;
    before = s;
    jump *= s;
  }
  return {size, jump};
}
