#include "anneal.hpp"

/** Every output adds its gradient at the first maximum of its window, which is looked for anew. */
NdArray<float> max_pool2d_backward(const NdArray<float>& grad_out, const NdArray<float>& x, int ksize, int stride) {
  const int planes = x.shape[0] * x.shape[1], height = x.shape[2], width = x.shape[3];
  const int out_height = grad_out.shape[2], out_width = grad_out.shape[3];
  std::vector<double> grad(x.data.size());
  const float* gradient = grad_out.data.data();
  for (int plane = 0; plane < planes; plane++)
    for (int i = 0; i < out_height; i++)
      for (int j = 0; j < out_width; j++) {
        const int first = (plane * height + i * stride) * width + j * stride;
        int largest = first;
        for (int row = 0; row < ksize; row++)
          for (int at = first + row * width; at < first + row * width + ksize; at++)
            if (x.data[at] > x.data[largest]) largest = at;
        grad[largest] += *gradient++;
      }
  return {x.shape, std::vector<float>(grad.begin(), grad.end())};
}
