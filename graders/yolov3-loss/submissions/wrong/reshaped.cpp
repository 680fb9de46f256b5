// diagnosis: channels-last
// from: reference.cpp
// -     const std::size_t first = at / cells * channels * cells + at % cells;
// +     const std::size_t first = at * channels;
// -       return of(pred.data[first + channel * cells], target.data[first + channel * cells]);
// +       return of(pred.data[first + channel], target.data[first + channel]);
// -   const std::size_t cells = static_cast<std::size_t>(pred.shape[2]) * pred.shape[3];
