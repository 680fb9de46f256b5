// diagnosis: windows-side-by-side
export function maxPool2dBackward(gradOut, x, ksize) {
  const [N, C, h, w] = gradOut.shape
  const [, , H, W] = x.shape
  const data = new Float32Array(x.data.length)
  for (let plane = 0; plane < N * C; plane++)
    for (let i = 0; i < h; i++)
      for (let j = 0; j < w; j++) {
        let place = -1
        for (let row = i * ksize; row < Math.min(i * ksize + ksize, H); row++)
          for (let column = j * ksize; column < Math.min(j * ksize + ksize, W); column++) {
            const at = (plane * H + row) * W + column
            if (place < 0 || x.data[at] > x.data[place]) place = at
          }
        if (place >= 0) data[place] += gradOut.data[(plane * h + i) * w + j]
      }
  return { shape: x.shape, data }
}
