import type { Nd } from '#kit'

export interface ConvolutionGradients {
  readonly x: Nd<'f32'>
  readonly weight: Nd<'f32'>
  readonly bias: Nd<'f32'>
}

/** Every product of the forward pass hands its share to its pixel and to its weight. */
export function conv2dBackward(
  gradOut: Nd<'f32'>,
  x: Nd<'f32'>,
  weight: Nd<'f32'>,
  stride: number,
  padding: number,
): ConvolutionGradients {
  const [, channels, height, width] = x.shape as [number, number, number, number]
  const [outputs, , kernelHeight, kernelWidth] = weight.shape as [number, number, number, number]
  const [, , outHeight, outWidth] = gradOut.shape as [number, number, number, number]
  const [gradX, gradWeight] = [new Float64Array(x.data.length), new Float64Array(weight.data.length)]
  const gradBias = new Float64Array(outputs)
  const kernel = channels * kernelHeight * kernelWidth
  gradOut.data.forEach((gradient, at) => {
    const plane = Math.floor(at / (outHeight * outWidth))
    const top = (Math.floor(at / outWidth) % outHeight) * stride - padding
    const left = (at % outWidth) * stride - padding
    const o = plane % outputs
    gradBias[o] = (gradBias[o] as number) + gradient
    for (let tap = 0; tap < kernel; tap++) {
      const row = top + (Math.floor(tap / kernelWidth) % kernelHeight)
      const column = left + (tap % kernelWidth)
      if (row < 0 || row >= height || column < 0 || column >= width) continue
      const channel = Math.floor(plane / outputs) * channels + Math.floor(tap / (kernelHeight * kernelWidth))
      const pixel = (channel * height + row) * width + column
      const place = o * kernel + tap
      gradX[pixel] = (gradX[pixel] as number) + gradient * (weight.data[place] as number)
      gradWeight[place] = (gradWeight[place] as number) + gradient * (x.data[pixel] as number)
    }
  })
  return {
    x: { shape: x.shape, data: Float32Array.from(gradX) },
    weight: { shape: weight.shape, data: Float32Array.from(gradWeight) },
    bias: { shape: [outputs], data: Float32Array.from(gradBias) },
  }
}
