#include "anneal.hpp"

/** Finds the value that has `rank` values before it in sorted order, starting from where it was last time. */
class Slider {
 public:
  explicit Slider(int rank) : rank_(rank) {}

  void enter(int grey) {
    count_[grey]++;
    below_ += grey < value_;
  }
  void leave(int grey) {
    count_[grey]--;
    below_ -= grey < value_;
  }
  int value_at_rank() {
    while (below_ > rank_) below_ -= count_[--value_];
    while (below_ + count_[value_] <= rank_) below_ += count_[value_++];
    return value_;
  }

 private:
  int rank_;
  int value_ = 0;
  int below_ = 0;
  std::array<int, 256> count_{};
};

static std::vector<std::uint8_t> pad_by_repeating(const NdArray<std::uint8_t>& image, int radius) {
  const int height = image.shape[0], width = image.shape[1];
  std::vector<std::uint8_t> padded;
  padded.reserve(static_cast<std::size_t>(height + 2 * radius) * (width + 2 * radius));
  for (int y = -radius; y < height + radius; y++) {
    const auto row = image.data.begin() + static_cast<std::ptrdiff_t>(std::clamp(y, 0, height - 1)) * width;
    padded.insert(padded.end(), radius, row[0]);
    padded.insert(padded.end(), row, row + width);
    padded.insert(padded.end(), radius, row[width - 1]);
  }
  return padded;
}

/** Huang, Yang and Tang 1979: a histogram slides along the row, so a step costs 2 ksize updates and a short walk. */
NdArray<std::uint8_t> median_filter(const NdArray<std::uint8_t>& image, int ksize) {
  const int height = image.shape[0], width = image.shape[1], stride = width + ksize - 1;
  const auto padded = pad_by_repeating(image, ksize / 2);
  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  for (int y = 0; y < height; y++) {
    Slider slider(ksize * ksize / 2);
    for (int x = 0; x < stride; x++) {
      for (int row = y; row < y + ksize; row++) {
        slider.enter(padded[static_cast<std::size_t>(row) * stride + x]);
        if (x >= ksize) slider.leave(padded[static_cast<std::size_t>(row) * stride + x - ksize]);
      }
      if (x >= ksize - 1) out.data[static_cast<std::size_t>(y) * width + x - ksize + 1] = slider.value_at_rank();
    }
  }
  return out;
}
