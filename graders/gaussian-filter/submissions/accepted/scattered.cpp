#include "anneal.hpp"

// Each pixel is handed out to its neighbours; what falls beyond the border is taken from where it is mirrored to.
static void blur_line(std::vector<double>& line, const std::vector<double>& side) {
  const int n = line.size(), r = side.size() - 1, period = std::max(1, 2 * n - 2);
  std::vector<double> out(n);
  for (int x = 0; x < n; x++) {
    double value = side[0] * line[x];
    for (int d = 1; d <= r; d++) {
      for (int at : {std::abs(x - d) % period, (x + d) % period}) value += side[d] * line[at < n ? at : period - at];
    }
    out[x] = value;
  }
  line = out;
}

NdArray<float> gaussian_filter(NdArray<float> image, int ksize, double sigma) {
  const int h = image.shape[0], w = image.shape[1];
  std::vector<double> side, row(w), column(h);
  double sum = -1;
  for (int d = 0; d <= ksize / 2; d++) {
    side.push_back(std::exp(-d * d / (2 * sigma * sigma)));
    sum += 2 * side[d];
  }
  for (double& weight : side) weight /= sum;
  for (int y = 0; y < h; y++) {
    for (int x = 0; x < w; x++) row[x] = image.data[y * w + x];
    blur_line(row, side);
    for (int x = 0; x < w; x++) image.data[y * w + x] = row[x];
  }
  for (int x = 0; x < w; x++) {
    for (int y = 0; y < h; y++) column[y] = image.data[y * w + x];
    blur_line(column, side);
    for (int y = 0; y < h; y++) image.data[y * w + x] = column[y];
  }
  return image;
}
