#include "anneal.hpp"

using Line = std::vector<std::uint8_t>;

static void accumulate(Line& from_start, Line& to_end, std::size_t start, std::size_t end) {
  for (std::size_t at = start + 1; at < end; at++) from_start[at] = std::max(from_start[at - 1], from_start[at]);
  for (std::size_t at = end - 1; at > start; at--) to_end[at - 1] = std::max(to_end[at - 1], to_end[at]);
}

/** The maxima along each line, written as columns, so that the same once more does the other axis. */
static Line maxima_turned(const Line& data, std::size_t count, std::size_t length, std::size_t ksize) {
  const std::size_t radius = ksize / 2, padded = (length + 2 * ksize - 2) / ksize * ksize;
  Line from_start(padded), to_end(padded), turned(data.size());
  for (std::size_t line = 0; line < count; line++) {
    const std::uint8_t* values = data.data() + line * length;
    std::fill(from_start.begin(), from_start.begin() + radius, values[0]);
    std::copy(values, values + length, from_start.begin() + radius);
    std::fill(from_start.begin() + radius + length, from_start.end(), values[length - 1]);
    to_end = from_start;
    for (std::size_t start = 0; start < padded; start += ksize) accumulate(from_start, to_end, start, start + ksize);
    // A window crosses at most one end of a block.
    for (std::size_t at = 0; at < length; at++)
      turned[at * count + line] = std::max(to_end[at], from_start[at + ksize - 1]);
  }
  return turned;
}

/** Rows, then columns, each line as van Herk 1992 and Gil and Werman 1993: three comparisons a value for any ksize. */
NdArray<std::uint8_t> max_filter(const NdArray<std::uint8_t>& image, int ksize) {
  auto out = NdArray<std::uint8_t>::zeros(image.shape);
  const std::size_t height = image.shape[0], width = image.shape[1];
  out.data = maxima_turned(maxima_turned(image.data, height, width, ksize), width, height, ksize);
  return out;
}
