#include "anneal.hpp"

namespace {

struct Size {
  double w = 0, h = 0;
};

std::vector<Size> rows(const NdArray<float>& sizes) {
  std::vector<Size> all;
  for (std::size_t at = 0; at < sizes.data.size(); at += 2) all.push_back({sizes.data[at], sizes.data[at + 1]});
  return all;
}

double iou(const Size& a, const Size& b) {
  const double shared = std::min(a.w, b.w) * std::min(a.h, b.h);
  return shared / (a.w * a.h + b.w * b.h - shared);
}

}  // namespace

/** So many rounds of k-means with the distance 1 - IoU of boxes on one corner; a centre without sizes stays. */
NdArray<float> anchor_kmeans(const NdArray<float>& sizes, int k, const NdArray<float>& initial, int iterations) {
  const auto boxes = rows(sizes);
  auto centres = rows(initial);
  for (int round = 0; round < iterations; round++) {
    std::vector<Size> sums(k);
    std::vector<int> counts(k);
    for (const Size& box : boxes) {
      // The first of equals.
      const auto nearest = std::max_element(centres.begin(), centres.end(), [&](const Size& a, const Size& b) {
        return iou(box, a) < iou(box, b);
      });
      const auto at = nearest - centres.begin();
      sums[at].w += box.w;
      sums[at].h += box.h;
      counts[at]++;
    }
    for (int at = 0; at < k; at++) {
      if (counts[at] > 0) centres[at] = {sums[at].w / counts[at], sums[at].h / counts[at]};
    }
  }
  NdArray<float> result{{k, 2}, {}};
  for (const Size& centre : centres) {
    result.data.push_back(static_cast<float>(centre.w));
    result.data.push_back(static_cast<float>(centre.h));
  }
  return result;
}
