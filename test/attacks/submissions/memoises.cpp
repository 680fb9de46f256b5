// verdict: too-slow
// budget: yes
static std::map<std::pair<std::vector<int>, std::vector<std::uint8_t>>, Image> known;

Image mean_filter(const Image &image, int ksize) {
  // Remembers answers by their input. Each input of a measurement is new: the memory is never asked twice.
  const auto key = std::make_pair(std::vector<int>{ksize, image.shape[0], image.shape[1]}, image.data);
  const auto found = known.find(key);
  return found != known.end() ? found->second : known[key] = right(image, ksize);
}
