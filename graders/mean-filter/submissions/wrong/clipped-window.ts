// diagnosis: window-clipped
// from: slow/sum-each-window.ts
// -     for (let x = 0; x < pw; x++) padded[y * pw + x] = image.data[mirror(y - r, h) * w + mirror(x - r, w)]
// +     for (let x = r; y >= r && y < h + r && x < w + r; x++) padded[y * pw + x] = image.data[(y - r) * w + x - r]
// -       out[y * w + x] = Math.round(sum / (ksize * ksize))
// +       const inside = (i: number, n: number) => Math.min(n - 1, i + r) - Math.max(0, i - r) + 1
// +       out[y * w + x] = Math.round(sum / (inside(y, h) * inside(x, w)))
