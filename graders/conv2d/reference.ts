import type { Nd } from '#kit'

/** Every weight adds its multiple of a whole shifted plane to the output plane, so that the innermost loop runs along rows. */
export function conv2d(
  x: Nd<'f32'>,
  weight: Nd<'f32'>,
  bias: Nd<'f32'>,
  stride: number,
  padding: number,
  dilation: number,
  groups: number,
): Nd<'f32'> {
  const [images, channels, height, width] = x.shape as [number, number, number, number]
  const [outputs, depth, kernelHeight, kernelWidth] = weight.shape as [number, number, number, number]
  const size = (length: number, kernel: number) =>
    Math.floor((length + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1
  const [outHeight, outWidth] = [size(height, kernelHeight), size(width, kernelWidth)]
  const out = new Float32Array(images * outputs * outHeight * outWidth)
  const sums = new Float64Array(outHeight * outWidth)
  for (let n = 0; n < images; n++)
    for (let o = 0; o < outputs; o++) {
      const firstChannel = n * channels + Math.floor((o * groups) / outputs) * depth
      sums.fill(bias.data[o] as number)
      for (let tap = 0; tap < depth * kernelHeight * kernelWidth; tap++) {
        const down = (Math.floor(tap / kernelWidth) % kernelHeight) * dilation - padding
        const right = (tap % kernelWidth) * dilation - padding
        const plane = (firstChannel + Math.floor(tap / (kernelHeight * kernelWidth))) * height * width
        addShifted(weight.data[o * depth * kernelHeight * kernelWidth + tap] as number, plane, down, right)
      }
      out.set(sums, (n * outputs + o) * outHeight * outWidth)
    }
  return { shape: [images, outputs, outHeight, outWidth], data: out }

  function addShifted(factor: number, plane: number, down: number, right: number): void {
    const firstColumn = Math.max(0, Math.ceil(-right / stride))
    const endColumn = Math.min(outWidth, Math.ceil((width - right) / stride))
    for (let i = 0; i < outHeight; i++) {
      const row = i * stride + down
      if (row < 0 || row >= height) continue
      const from = plane + row * width + right
      for (let j = firstColumn; j < endColumn; j++) {
        const at = i * outWidth + j
        sums[at] = (sums[at] as number) + factor * (x.data[from + j * stride] as number)
      }
    }
  }
}
