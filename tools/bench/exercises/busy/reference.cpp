#include "anneal.hpp"

// A chain of operations, each of which waits for the one before: its time is not up to the compiler.
static double work(const std::vector<double>& values, int rounds) {
  double sum = 0;
  for (double value : values) {
    double x = 0;
    for (int round = 0; round < rounds; round++) x = x / 2 + value;
    sum += x;
  }
  return sum;
}

double busy(const NdArray<double>& values, int rounds) { return work(values.data, rounds); }
