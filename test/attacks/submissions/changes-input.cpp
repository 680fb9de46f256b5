// verdict: invalid-output
// message: changed its argument image
Image mean_filter(const Image &image, int ksize) {
  Image answer = right(image, ksize);
  std::fill(const_cast<Image &>(image).data.begin(), const_cast<Image &>(image).data.end(), 0);
  return answer;
}
