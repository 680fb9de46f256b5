import type { Nd } from '#kit'

/** Of each window the part that lies inside the map: padding with minus infinity never wins. */
export function maxPool2d(x: Nd<'f32'>, ksize: number, stride: number, padding: number): Nd<'f32'> {
  const [images, channels, height, width] = x.shape as [number, number, number, number]
  const outHeight = Math.floor((height + 2 * padding - ksize) / stride) + 1
  const outWidth = Math.floor((width + 2 * padding - ksize) / stride) + 1
  const out = new Float32Array(images * channels * outHeight * outWidth)
  for (let at = 0; at < out.length; at++) {
    const top = (Math.floor(at / outWidth) % outHeight) * stride - padding
    const left = (at % outWidth) * stride - padding
    const plane = Math.floor(at / (outHeight * outWidth)) * height * width
    let largest = Number.NEGATIVE_INFINITY
    for (let row = Math.max(top, 0); row < Math.min(top + ksize, height); row++)
      for (let column = Math.max(left, 0); column < Math.min(left + ksize, width); column++)
        largest = Math.max(largest, x.data[plane + row * width + column] as number)
    out[at] = largest
  }
  return { shape: [images, channels, outHeight, outWidth], data: out }
}
