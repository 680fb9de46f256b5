import { imageIn } from '../../core/image-in.ts'
import type { ImageCase } from '../../core/verdict.ts'
import type { Tried } from '../cases/case.ts'
import { showableValue } from '../words/showable-text.ts'

/** Up to here four stand side by side in 80 columns, every pixel of them shown. */
const LARGEST_SIDE = 16

/**
 * A failing case to look at. The one that is told in numbers is the smallest, and was made smaller still; an
 * error's pattern (a frame, a shift, a smear) shows on the largest that fits a terminal, else on the smallest
 * image there is.
 */
export function imageCaseOf(tried: readonly Tried[]): ImageCase | undefined {
  const found = tried.flatMap(({ case: { name, args, expected }, outcome }) => {
    if (outcome.kind !== 'wrong') return []
    const at = outcome.mismatch.worst?.at
    const image = imageIn(expected, at)
    return image === undefined
      ? []
      : [{ image, case: { name, args, expected, got: showableValue(outcome.got), at } }]
  })
  const fitting = found.filter(({ image }) => image.shape.every((length) => length <= LARGEST_SIDE))
  return (fitting.at(-1) ?? found[0])?.case
}
