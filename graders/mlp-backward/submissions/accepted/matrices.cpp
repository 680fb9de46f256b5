#include "anneal.hpp"

struct MlpBackwardResult {
  double loss;
  NdArray<float> w1, b1, w2, b2;
};

// Whole matrices of double, with a product that takes either side transposed.
struct Matrix {
  int rows, columns;
  std::vector<double> data;
  double& at(int r, int c) { return data[r * columns + c]; }
  double at(int r, int c) const { return data[r * columns + c]; }
};

static Matrix matrix(const NdArray<float>& a) {
  return {a.shape[0], a.shape[1], std::vector<double>(a.data.begin(), a.data.end())};
}

static Matrix transposed(const Matrix& a) {
  Matrix t{a.columns, a.rows, std::vector<double>(a.data.size())};
  for (int r = 0; r < a.rows; r++)
    for (int c = 0; c < a.columns; c++) t.at(c, r) = a.at(r, c);
  return t;
}

static Matrix product(const Matrix& a, const Matrix& b, const std::vector<float>& bias = {}) {
  Matrix m{a.rows, b.columns, std::vector<double>(a.rows * b.columns)};
  for (int r = 0; r < a.rows; r++)
    for (int c = 0; c < b.columns; c++) {
      double sum = bias.empty() ? 0 : bias[c];
      for (int k = 0; k < a.columns; k++) sum += a.at(r, k) * b.at(k, c);
      m.at(r, c) = sum;
    }
  return m;
}

static NdArray<float> array(const Matrix& m) { return {{m.rows, m.columns}, std::vector<float>(m.data.begin(), m.data.end())}; }

static NdArray<float> column_sums(const Matrix& m) {
  std::vector<double> sums(m.columns);
  for (int r = 0; r < m.rows; r++)
    for (int c = 0; c < m.columns; c++) sums[c] += m.at(r, c);
  return {{m.columns}, std::vector<float>(sums.begin(), sums.end())};
}

MlpBackwardResult mlp_backward(const NdArray<float>& x, const NdArray<int>& y, const NdArray<float>& w1,
                               const NdArray<float>& b1, const NdArray<float>& w2, const NdArray<float>& b2) {
  const Matrix input = matrix(x);
  Matrix h = product(input, matrix(w1), b1.data);
  for (double& value : h.data) value = std::max(value, 0.0);
  Matrix d = product(h, matrix(w2), b2.data);
  double loss = 0;
  for (int n = 0; n < d.rows; n++) {
    double top = d.at(n, 0), total = 0;
    for (int k = 1; k < d.columns; k++) top = std::max(top, d.at(n, k));
    for (int k = 0; k < d.columns; k++) total += std::exp(d.at(n, k) - top);
    loss += top + std::log(total) - d.at(n, y.data[n]);
    for (int k = 0; k < d.columns; k++) d.at(n, k) = (std::exp(d.at(n, k) - top) / total - (k == y.data[n])) / d.rows;
  }
  Matrix below = product(d, transposed(matrix(w2)));
  for (std::size_t i = 0; i < below.data.size(); i++)
    if (h.data[i] <= 0) below.data[i] = 0;
  return {loss / d.rows, array(product(transposed(input), below)), column_sums(below), array(product(transposed(h), d)),
          column_sums(d)};
}
