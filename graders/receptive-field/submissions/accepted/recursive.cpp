#include "anneal.hpp"

struct ReceptiveFieldResult {
  int size, jump;
};

static ReceptiveFieldResult below(const std::vector<double>& layers, std::size_t end) {
  if (end == 0) return {1, 1};
  const auto [size, jump] = below(layers, end - 3);
  const double kernel = layers[end - 3], stride = layers[end - 2], dilation = layers[end - 1];
  return {static_cast<int>(size + jump * dilation * (kernel - 1)), static_cast<int>(jump * stride)};
}

ReceptiveFieldResult receptive_field(NdArray<double> layers) { return below(layers.data, layers.data.size()); }
