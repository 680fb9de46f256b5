// What a submission in C++ begins with. Everything that follows lies before your code in the same order
// wherever it is judged.
#ifndef ANNEAL_HPP
#define ANNEAL_HPP

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

/** An n-dimensional array, row-major: `data` has as many elements as the lengths in `shape` multiplied. */
template <class T>
struct NdArray {
  std::vector<int> shape;
  std::vector<T> data;

  static NdArray zeros(std::vector<int> shape) {
    std::size_t size = 1;
    for (int length : shape) size *= static_cast<std::size_t>(length);
    return {std::move(shape), std::vector<T>(size)};
  }
};

#endif
