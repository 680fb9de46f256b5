// diagnosis: window-first-left
// from: reference.cpp
// -     if (centre >= 0) to[centre * step] = queue.smallest_from(centre - radius);
// +     if (centre >= 0) to[centre * step] = queue.smallest_from(std::min(centre, centre - radius + 1));
