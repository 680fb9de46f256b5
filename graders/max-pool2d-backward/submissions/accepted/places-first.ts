// As a framework does it: the places of the maxima first, as the forward pass would keep them, then one addition each.
type Maps = { shape: readonly number[]; data: Float32Array }

export function maxPool2dBackward(gradOut: Maps, x: Maps, ksize: number, stride: number): Maps {
  const [N, C, h, w] = gradOut.shape
  const [, , H, W] = x.shape
  const places: number[] = []
  for (let plane = 0; plane < N * C; plane++)
    for (let i = 0; i < h; i++)
      for (let j = 0; j < w; j++) {
        let best = -Infinity
        let place = -1
        for (let row = i * stride; row < i * stride + ksize; row++)
          for (let column = j * stride; column < j * stride + ksize; column++) {
            const at = (plane * H + row) * W + column
            if (x.data[at] > best) [best, place] = [x.data[at], at]
          }
        places.push(place)
      }
  const data = new Float32Array(x.data.length)
  places.forEach((place, at) => {
    data[place] += gradOut.data[at]
  })
  return { shape: [N, C, H, W], data }
}
