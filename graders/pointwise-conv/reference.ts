import type { Nd } from '#kit'

/** One matrix product for each image; whole planes are added up, so that memory is read in the order in which it lies. */
export function pointwiseConv(x: Nd<'f32'>, weight: Nd<'f32'>): Nd<'f32'> {
  const [images, channels, height, width] = x.shape as [number, number, number, number]
  const [outputs] = weight.shape as [number, number]
  const pixels = height * width
  const out = new Float32Array(images * outputs * pixels)
  for (let n = 0; n < images; n++) {
    for (let o = 0; o < outputs; o++) {
      const sums = new Float64Array(pixels)
      for (let c = 0; c < channels; c++) {
        const factor = weight.data[o * channels + c] as number
        const plane = (n * channels + c) * pixels
        for (let p = 0; p < pixels; p++)
          sums[p] = (sums[p] as number) + factor * (x.data[plane + p] as number)
      }
      out.set(sums, (n * outputs + o) * pixels)
    }
  }
  return { shape: [images, outputs, height, width], data: out }
}
