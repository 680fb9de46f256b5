#include "anneal.hpp"

struct SobelResult {
  NdArray<float> gx;
  NdArray<float> gy;
  NdArray<float> magnitude;
};

// Three padded rows roll down the image.
SobelResult sobel(const NdArray<float>& image) {
  const int height = image.shape[0], width = image.shape[1];
  auto padded_row = [&](int y) {
    if (height == 1) y = 0;
    if (y < 0) y = 1;
    if (y >= height) y = height - 2;
    std::vector<double> row(image.data.begin() + y * width, image.data.begin() + (y + 1) * width);
    const double before = row[width > 1 ? 1 : 0], after = row[width > 1 ? width - 2 : 0];
    row.insert(row.begin(), before);
    row.push_back(after);
    return row;
  };
  auto zeros = NdArray<float>::zeros(image.shape);
  SobelResult out{zeros, zeros, zeros};
  auto above = padded_row(-1), here = padded_row(0);
  for (int y = 0; y < height; y++) {
    auto below = padded_row(y + 1);
    for (int x = 0; x < width; x++) {
      const double gx = above[x + 2] - above[x] + 2 * (here[x + 2] - here[x]) + below[x + 2] - below[x];
      const double gy = below[x] + 2 * below[x + 1] + below[x + 2] - above[x] - 2 * above[x + 1] - above[x + 2];
      out.gx.data[y * width + x] = gx;
      out.gy.data[y * width + x] = gy;
      out.magnitude.data[y * width + x] = std::sqrt(gx * gx + gy * gy);
    }
    above = here;
    here = below;
  }
  return out;
}
