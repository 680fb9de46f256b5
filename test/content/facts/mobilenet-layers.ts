import { convolutionCost, convolutionShape } from './layer-cost.ts'

export interface CountedLayer {
  readonly kind: 'full' | 'depthwise' | 'pointwise' | 'linear'
  readonly multiplyAdds: number
  /** Without biases and normalisation. */
  readonly weights: number
}

/** Howard et al. 2017, table 1: input channels, output channels, stride of each depthwise-separable pair. */
const PAIRS = [
  [32, 64, 1],
  [64, 128, 2],
  [128, 128, 1],
  [128, 256, 2],
  [256, 256, 1],
  [256, 512, 2],
  [512, 512, 1],
  [512, 512, 1],
  [512, 512, 1],
  [512, 512, 1],
  [512, 512, 1],
  [512, 1024, 2],
  [1024, 1024, 1],
] as const

/** The layers of MobileNet (v1, width 1) for an input of 224 x 224 pixels. */
export function mobilenetLayers(): readonly CountedLayer[] {
  const layers = [convolution('full', convolutionShape(3, 32, 3), 112)]
  let side = 112
  for (const [inputs, outputs, stride] of PAIRS) {
    side /= stride
    layers.push(convolution('depthwise', convolutionShape(inputs, inputs, 3, inputs), side))
    layers.push(convolution('pointwise', convolutionShape(inputs, outputs, 1), side))
  }
  return [...layers, convolution('linear', convolutionShape(1024, 1000, 1), 1)]
}

function convolution(kind: CountedLayer['kind'], shape: readonly number[], side: number): CountedLayer {
  return { kind, multiplyAdds: convolutionCost(shape, side), weights: convolutionCost(shape, 1) }
}
