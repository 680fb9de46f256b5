import { range } from './arithmetic.ts'

/** One layer along one axis; what is left out is 1, the padding 0. */
export interface Layer {
  readonly kernel: number
  readonly stride?: number
  readonly padding?: number
  readonly dilation?: number
}

/** Where the windows of a layer start on an axis of this many pixels: slid until the last tap would leave the padded input. */
export function windowStarts(pixels: number, layer: Layer): readonly number[] {
  const { kernel, stride = 1, padding = 0, dilation = 1 } = layer
  const starts: number[] = []
  for (let start = -padding; start + dilation * (kernel - 1) < pixels + padding; start += stride) {
    starts.push(start)
  }
  return starts
}

export function outputSize(pixels: number, ...layers: readonly Layer[]): number {
  return layers.reduce((size, layer) => windowStarts(size, layer).length, pixels)
}

/** How many input pixels wide is what one unit depends on: an interval of indices, carried back layer by layer. */
export function receptiveField(layers: readonly Layer[]): number {
  let [first, last] = [0, 0]
  for (const { kernel, stride = 1, padding = 0, dilation = 1 } of layers.toReversed()) {
    first = first * stride - padding
    last = last * stride - padding + dilation * (kernel - 1)
  }
  return last - first + 1
}

/** The distance in input pixels between two neighbouring units. */
export function jump(layers: readonly Layer[]): number {
  return layers.reduce((product, { stride = 1 }) => product * stride, 1)
}

/** Which input offsets one unit really uses, each once. */
export function usedOffsets(layers: readonly Layer[]): ReadonlySet<number> {
  let offsets: ReadonlySet<number> = new Set([0])
  for (const { kernel, stride = 1, dilation = 1 } of layers.toReversed()) {
    const taps = range(kernel).map((tap) => tap * dilation)
    offsets = new Set([...offsets].flatMap((offset) => taps.map((tap) => offset * stride + tap)))
  }
  return offsets
}
