import type { Nd } from '#kit'

/** Boxes in pixels of one output map, a row for each anchor in each cell: centre, size, objectness and classes. */
export function yolov3Decode(t: Nd<'f32'>, anchors: Nd<'f32'>, stride: number): Nd<'f32'> {
  const [count, channels, height, width] = t.shape as [number, number, number, number]
  const cells = height * width
  const data = Float32Array.from(t.data, (_, at) => {
    const [row, channel] = [Math.floor(at / channels), at % channels]
    const [anchor, cell] = [Math.floor(row / cells), row % cells]
    const raw = t.data[(anchor * channels + channel) * cells + cell] as number
    switch (channel) {
      case 0:
        return ((cell % width) + sigmoid(raw)) * stride
      case 1:
        return (Math.floor(cell / width) + sigmoid(raw)) * stride
      case 2:
      case 3:
        return (anchors.data[2 * anchor + channel - 2] as number) * Math.exp(raw)
      default:
        return sigmoid(raw)
    }
  })
  return { shape: [count * cells, channels], data }
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}
