import { range } from './arithmetic.ts'
import type { Layer } from './sliding-window.ts'

/** Where a ResNet's stages 2 to 4 lose half of their resolution. */
export type StridePlace =
  /** He et al. 2016 (v1): the first 1x1 of a stage's first block. */
  | 'first-1x1'
  /** torchvision (v1.5): the 3x3 of a stage's first block. */
  | 'first-3x3'
  /** TF-Slim: the 3x3 of the last block of the stage before. */
  | 'last-3x3'

export const RESNET_50: readonly number[] = [3, 4, 6, 3]
export const RESNET_101: readonly number[] = [3, 4, 23, 3]

export const STEM: readonly Layer[] = [
  { kernel: 7, stride: 2, padding: 3 },
  { kernel: 3, stride: 2, padding: 1 },
]

/** The stem and the bottleneck blocks of the first stages, along the path of the 3x3 convolutions. */
export function resnetLayers(
  blocksOfStages: readonly number[],
  place: StridePlace,
  stages = blocksOfStages.length,
): readonly Layer[] {
  const blocks = blocksOfStages.slice(0, stages).flatMap((count, stage) =>
    range(count).map((block) => {
      const isFirst = block === 0 && stage > 0
      const isLast = block === count - 1 && stage < blocksOfStages.length - 1
      return bottleneck(
        place === 'first-1x1' && isFirst,
        (place === 'first-3x3' && isFirst) || (place === 'last-3x3' && isLast),
      )
    }),
  )
  return [...STEM, ...blocks.flat()]
}

function bottleneck(isStridedAt1x1: boolean, isStridedAt3x3: boolean): readonly Layer[] {
  return [
    { kernel: 1, stride: isStridedAt1x1 ? 2 : 1 },
    { kernel: 3, stride: isStridedAt3x3 ? 2 : 1, padding: 1 },
    { kernel: 1 },
  ]
}
