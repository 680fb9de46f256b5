import type { Nd } from '#kit'

/** Of each window the part that lies inside the image: zeros of the padding add nothing. */
export function depthwiseConv(x: Nd<'f32'>, weight: Nd<'f32'>, stride: number, padding: number): Nd<'f32'> {
  const [images, channels, height, width] = x.shape as [number, number, number, number]
  const [, kernelHeight, kernelWidth] = weight.shape as [number, number, number]
  const outHeight = Math.floor((height + 2 * padding - kernelHeight) / stride) + 1
  const outWidth = Math.floor((width + 2 * padding - kernelWidth) / stride) + 1
  const out = new Float32Array(images * channels * outHeight * outWidth)
  for (let at = 0; at < out.length; at++) {
    const plane = Math.floor(at / (outHeight * outWidth))
    const top = (Math.floor(at / outWidth) % outHeight) * stride - padding
    const left = (at % outWidth) * stride - padding
    const kernel = ((plane % channels) * kernelHeight - top) * kernelWidth - left
    let sum = 0
    for (let row = Math.max(top, 0); row < Math.min(top + kernelHeight, height); row++)
      for (let column = Math.max(left, 0); column < Math.min(left + kernelWidth, width); column++) {
        const factor = weight.data[kernel + row * kernelWidth + column] as number
        sum += factor * (x.data[(plane * height + row) * width + column] as number)
      }
    out[at] = sum
  }
  return { shape: [images, channels, outHeight, outWidth], data: out }
}
