import { type Box, overlap } from './overlap.ts'

/**
 * Whether f32 and f64, and every way to write it, come to the same about an IoU and a threshold: it is well
 * to one side, or it is the threshold itself and no step of the arithmetic rounds. Boxes that do not overlap
 * have an IoU of 0, whatever their areas.
 */
export function isClearOf(a: Box, b: Box, threshold: number): boolean {
  if (Math.min(a[2], b[2]) <= Math.max(a[0], b[0]) || Math.min(a[3], b[3]) <= Math.max(a[1], b[1]))
    return true
  const iou = overlap(a, b)
  const gap = Math.abs(iou - threshold)
  if (!isExactIn32(a, b)) return gap > 1e-5
  return gap > 2 ** -22 || (gap === 0 && Math.fround(threshold) === threshold)
}

/** The same of the overlaps of one box with two others, of which the larger is asked for. */
export function areClearOfEachOther(box: Box, one: Box, other: Box): boolean {
  const gap = Math.abs(overlap(box, one) - overlap(box, other))
  return gap > 1e-5 || (gap === 0 && isExactIn32(box, one) && isExactIn32(box, other))
}

function isExactIn32(a: Box, b: Box): boolean {
  const [areaA, areaB] = [area(a), area(b)]
  const common = area([
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ])
  return [areaA, areaB, common, areaA + areaB, areaA + areaB - common].every(
    (size) => Math.fround(size) === size,
  )
}

function area([x1, y1, x2, y2]: Box): number {
  return (x2 - x1) * (y2 - y1)
}
