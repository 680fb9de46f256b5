#include "anneal.hpp"

namespace {

/** Places whose values rise from front to back, so that each may still become a minimum (Lemire 2006). */
class MonotonicQueue {
 public:
  explicit MonotonicQueue(std::size_t longest) : places_(longest), values_(longest) {}

  void clear() { front_ = back_ = 0; }
  void enter(int place, std::uint8_t value) {
    while (back_ > front_ && values_[back_ - 1] >= value) back_--;
    places_[back_] = place;
    values_[back_++] = value;
  }
  std::uint8_t smallest_from(int first) {
    if (places_[front_] < first) front_++;
    return values_[front_];
  }

 private:
  std::vector<int> places_;
  std::vector<std::uint8_t> values_;
  std::size_t front_ = 0, back_ = 0;
};

/** The minima of a line whose values stand `step` apart; nothing beyond its ends can change one. */
void slide(MonotonicQueue& queue, const std::uint8_t* from, std::uint8_t* to, std::size_t step, int length, int radius) {
  queue.clear();
  for (int entering = 0; entering < length + radius; entering++) {
    if (entering < length) queue.enter(entering, from[entering * step]);
    const int centre = entering - radius;
    if (centre >= 0) to[centre * step] = queue.smallest_from(centre - radius);
  }
}

}  // namespace

/** Along the rows, then down the columns: amortised constant for any ksize. */
NdArray<std::uint8_t> min_filter(const NdArray<std::uint8_t>& image, int ksize) {
  const int height = image.shape[0], width = image.shape[1], radius = ksize / 2;
  auto across = NdArray<std::uint8_t>::zeros(image.shape), out = across;
  MonotonicQueue queue(std::max(height, width));
  for (std::size_t row = 0; row < static_cast<std::size_t>(height); row++)
    slide(queue, &image.data[row * width], &across.data[row * width], 1, width, radius);
  for (int column = 0; column < width; column++)
    slide(queue, &across.data[column], &out.data[column], width, height, radius);
  return out;
}
