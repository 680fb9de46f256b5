// diagnosis: divided-by-all
// from: reference.cpp
// -     if (pixels > 0) table[level] = static_cast<std::uint8_t>(std::lround(255.0 * (pixels - darkest) / (count - darkest)));
// +     if (pixels > 0) table[level] = static_cast<std::uint8_t>(std::lround(255.0 * (pixels - darkest) / count));
