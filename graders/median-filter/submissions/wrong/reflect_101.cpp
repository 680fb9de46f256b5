// diagnosis: border-reflect-101
// from: slow/sort_each_window.cpp
// - NdArray<std::uint8_t> median_filter(const NdArray<std::uint8_t>& image, int ksize) {
// + static int reflect(int index, int length) {
// +   if (length == 1) return 0;
// +   while (index < 0 || index >= length) index = index < 0 ? -index : 2 * (length - 1) - index;
// +   return index;
// + }
// +
// + NdArray<std::uint8_t> median_filter(const NdArray<std::uint8_t>& image, int ksize) {
// -           window.push_back(image.data[std::clamp(y + dy, 0, height - 1) * width + std::clamp(x + dx, 0, width - 1)]);
// +           window.push_back(image.data[reflect(y + dy, height) * width + reflect(x + dx, width)]);
