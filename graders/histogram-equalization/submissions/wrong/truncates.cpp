// diagnosis: truncated
// from: accepted/ordered_map.cpp
// -     value = std::nearbyint((pixels - darkest) * scale);
// +     value = static_cast<int>(255 * (pixels - static_cast<long>(darkest)) / (image.data.size() - static_cast<long>(darkest)));
