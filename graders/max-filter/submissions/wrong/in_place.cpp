// diagnosis: in-place
// from: slow/every_window.cpp
// -   auto out = NdArray<std::uint8_t>::zeros(image.shape);
// +   auto out = image;
// -         for (int j = std::max(0, x - r); j <= std::min(w - 1, x + r); j++) best = std::max(best, image.data[i * w + j]);
// +         for (int j = std::max(0, x - r); j <= std::min(w - 1, x + r); j++) best = std::max(best, out.data[i * w + j]);
