import type { Nd } from '#kit'

/** Every output adds its gradient at the first maximum of its window, which is looked for anew. */
export function maxPool2dBackward(
  gradOut: Nd<'f32'>,
  x: Nd<'f32'>,
  ksize: number,
  stride: number,
): Nd<'f32'> {
  const [, , outHeight, outWidth] = gradOut.shape as [number, number, number, number]
  const [, , height, width] = x.shape as [number, number, number, number]
  const grad = new Float64Array(x.data.length)
  for (let at = 0; at < gradOut.data.length; at++) {
    const top = (Math.floor(at / outWidth) % outHeight) * stride
    const first =
      Math.floor(at / (outHeight * outWidth)) * height * width + top * width + (at % outWidth) * stride
    let largest = first
    for (let row = 0; row < ksize; row++)
      for (let place = first + row * width; place < first + row * width + ksize; place++)
        if ((x.data[place] as number) > (x.data[largest] as number)) largest = place
    grad[largest] = (grad[largest] as number) + (gradOut.data[at] as number)
  }
  return { shape: x.shape, data: Float32Array.from(grad) }
}
