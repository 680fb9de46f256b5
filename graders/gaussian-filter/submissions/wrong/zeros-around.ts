// diagnosis: zero-padding
// from: slow/two-dimensional.ts
// -           sum += kernel[i * ksize + j] * image.data[mirror(y + i - r, h) * w + mirror(x + j - r, w)]
// +           const [row, column] = [y + i - r, x + j - r]
// +           if (row < 0 || row >= h || column < 0 || column >= w) continue
// +           sum += kernel[i * ksize + j] * image.data[row * w + column]
