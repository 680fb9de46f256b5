#include "anneal.hpp"

using namespace std;

struct Box {
  double x1, y1, x2, y2;

  double area() const { return (x2 - x1) * (y2 - y1); }

  // May be turned inside out where there is nothing in common.
  Box common(const Box& other) const {
    return {max(x1, other.x1), max(y1, other.y1), min(x2, other.x2), min(y2, other.y2)};
  }

  bool empty() const { return x1 >= x2 || y1 >= y2; }
};

static vector<Box> rows(const NdArray<float>& boxes) {
  vector<Box> all;
  for (size_t i = 0; i < boxes.data.size(); i += 4)
    all.push_back({boxes.data[i], boxes.data[i + 1], boxes.data[i + 2], boxes.data[i + 3]});
  return all;
}

NdArray<float> box_iou(const NdArray<float>& a, const NdArray<float>& b) {
  NdArray<float> table{{a.shape[0], b.shape[0]}, {}};
  const auto columns = rows(b);
  for (const Box& one : rows(a))
    for (const Box& other : columns) {
      const Box both = one.common(other);
      table.data.push_back(both.empty() ? 0 : both.area() / (one.area() + other.area() - both.area()));
    }
  return table;
}
