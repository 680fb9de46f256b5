// Each pixel asks the windows that hold it whether it is their first maximum.
type Maps = { shape: readonly number[]; data: Float32Array }

export function maxPool2dBackward(gradOut: Maps, x: Maps, ksize: number, stride: number): Maps {
  const [, , h, w] = gradOut.shape
  const [, , H, W] = x.shape
  const data = x.data.map((value, at) => {
    const [plane, row, column] = [Math.floor(at / (H * W)), Math.floor(at / W) % H, at % W]
    let sum = 0
    for (let i = 0; i < h; i++)
      for (let j = 0; j < w; j++) {
        const [top, left] = [i * stride, j * stride]
        if (row < top || row >= top + ksize || column < left || column >= left + ksize) continue
        if (isFirstMaximum(value, at, plane, top, left)) sum += gradOut.data[(plane * h + i) * w + j]
      }
    return sum
  })
  return { shape: x.shape, data }

  function isFirstMaximum(value: number, at: number, plane: number, top: number, left: number): boolean {
    for (let row = top; row < top + ksize; row++)
      for (let column = left; column < left + ksize; column++) {
        const other = (plane * H + row) * W + column
        if (x.data[other] > value || (x.data[other] === value && other < at)) return false
      }
    return true
  }
}
