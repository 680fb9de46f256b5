#include "anneal.hpp"

struct ReceptiveFieldResult {
  int size;
  int jump;
};

/** Upwards: each layer widens the field by the units that its kernel adds, at the jump of the layers before it. */
ReceptiveFieldResult receptive_field(const NdArray<double>& layers) {
  ReceptiveFieldResult field{1, 1};
  for (std::size_t at = 0; at < layers.data.size(); at += 3) {
    const int kernel = layers.data[at], stride = layers.data[at + 1], dilation = layers.data[at + 2];
    field.size += (kernel - 1) * dilation * field.jump;
    field.jump *= stride;
  }
  return field;
}
