#include "anneal.hpp"

// std::max_element returns the first of equal ones: within a row, and then among the rows' maxima.
NdArray<float> max_pool2d_backward(NdArray<float> grad_out, NdArray<float> x, int ksize, int stride) {
  const int h = grad_out.shape[2], w = grad_out.shape[3], H = x.shape[2], W = x.shape[3];
  auto grad = NdArray<float>::zeros(x.shape);
  for (std::size_t at = 0; at < grad_out.data.size(); at++) {
    const int j = at % w, i = at / w % h, plane = at / w / h;
    std::vector<int> best;
    for (int row = i * stride; row < i * stride + ksize; row++) {
      const auto begin = x.data.begin() + (plane * H + row) * W + j * stride;
      best.push_back(std::max_element(begin, begin + ksize) - x.data.begin());
    }
    const int place =
        *std::max_element(best.begin(), best.end(), [&](int one, int other) { return x.data[one] < x.data[other]; });
    grad.data[place] += grad_out.data[at];
  }
  return grad;
}
