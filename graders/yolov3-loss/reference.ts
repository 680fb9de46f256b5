import type { Nd } from '#kit'

export interface YoloLoss {
  readonly box: number
  readonly objectness: number
  readonly class: number
  readonly total: number
}

/** Sums over one output map: binary cross-entropy but for width and height; box and class where an anchor is responsible alone. */
export function yolov3Loss(pred: Nd<'f32'>, target: Nd<'f32'>, mask: Nd<'u8'>, ignore: Nd<'u8'>): YoloLoss {
  const [, channels, height, width] = pred.shape as [number, number, number, number]
  const cells = height * width
  let [box, objectness, classes] = [0, 0, 0]
  for (const [at, isResponsible] of mask.data.entries()) {
    const first = Math.floor(at / cells) * channels * cells + (at % cells)
    const term = (of: (logit: number, target: number) => number, channel: number) => {
      const place = first + channel * cells
      return of(pred.data[place] as number, target.data[place] as number)
    }
    if (isResponsible || !ignore.data[at]) objectness += term(crossEntropy, 4)
    if (!isResponsible) continue
    box += term(crossEntropy, 0) + term(crossEntropy, 1) + term(squaredError, 2) + term(squaredError, 3)
    for (let channel = 5; channel < channels; channel++) classes += term(crossEntropy, channel)
  }
  return { box, objectness, class: classes, total: box + objectness + classes }
}

/** Of the sigmoid of a logit, without the sigmoid: nothing overflows, and no logarithm is taken of 0. */
function crossEntropy(logit: number, target: number): number {
  return Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)))
}

function squaredError(got: number, target: number): number {
  return (got - target) ** 2 / 2
}
