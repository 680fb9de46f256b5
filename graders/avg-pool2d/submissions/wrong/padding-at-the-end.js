// diagnosis: padding-behind
export function avgPool2d(x, ksize, stride, padding) {
  const [N, C, H, W] = x.shape
  const h = Math.floor((H + 2 * padding - ksize) / stride) + 1
  const w = Math.floor((W + 2 * padding - ksize) / stride) + 1
  const data = []
  for (let plane = 0; plane < N * C; plane++)
    for (let i = 0; i < h; i++)
      for (let j = 0; j < w; j++) {
        let sum = 0
        for (let row = i * stride; row < i * stride + ksize; row++)
          for (let column = j * stride; column < j * stride + ksize; column++)
            if (row < H && column < W) sum += x.data[(plane * H + row) * W + column]
        data.push(sum / ksize ** 2)
      }
  return { shape: [N, C, h, w], data: new Float32Array(data) }
}
