// diagnosis: window-one-short
// from: slow/sort_each_window.cpp
// The loops end before +radius.
// -   auto out = NdArray<std::uint8_t>::zeros(image.shape);
// +   auto out = NdArray<std::uint8_t>::zeros(image.shape);
// +   if (radius == 0) return image;
// -       for (int dy = -radius; dy <= radius; dy++)
// -         for (int dx = -radius; dx <= radius; dx++)
// +       for (int dy = -radius; dy < radius; dy++)
// +         for (int dx = -radius; dx < radius; dx++)
