import type { Random } from '../../../core/random.ts'
import { f32, type Nd } from '../../arrays.ts'

export type Box = readonly [x1: number, y1: number, x2: number, y2: number]

/** How people get the IoU wrong. */
export interface OverlapRule {
  /** What an old convention adds to each length. */
  readonly extra?: number
  /** The same for the lengths of the boxes, where that differs. */
  readonly extraInAreas?: number
  /** Where the lengths of what two boxes have in common are kept from being negative. */
  readonly clamp?: 'lengths' | 'product' | 'never'
  /** The divisor with what is added to it, lest it be 0. */
  readonly padded?: (divisor: number) => number
  /** What two boxes without area overlap by. */
  readonly empty?: number
  readonly divisor?: (areaA: number, areaB: number, intersection: number) => number
}

/** IoU by the definition; NaN for two boxes without area. */
export function overlap(a: Box, b: Box, rule: OverlapRule = {}): number {
  const { areaA, areaB, intersection, divisor } = overlapSizes(a, b, rule)
  if (rule.empty !== undefined && areaA <= 0 && areaB <= 0) return rule.empty
  return intersection / divisor
}

/** What an IoU is made of; the divisor is the union, if nothing else is chosen. */
export function overlapSizes(
  a: Box,
  b: Box,
  {
    extra = 0,
    extraInAreas = extra,
    clamp = 'lengths',
    divisor = union,
    padded = (given) => given,
  }: OverlapRule = {},
): { readonly [size in 'areaA' | 'areaB' | 'intersection' | 'divisor']: number } {
  const length = (from: number, to: number) =>
    clamp === 'lengths' ? Math.max(0, to - from + extra) : to - from + extra
  const area = ([x1, y1, x2, y2]: Box) => (x2 - x1 + extraInAreas) * (y2 - y1 + extraInAreas)
  const [areaA, areaB] = [area(a), area(b)]
  const width = length(Math.max(a[0], b[0]), Math.min(a[2], b[2]))
  const height = length(Math.max(a[1], b[1]), Math.min(a[3], b[3]))
  const intersection = clamp === 'product' ? Math.max(0, width * height) : width * height
  return { areaA, areaB, intersection, divisor: padded(divisor(areaA, areaB, intersection)) }
}

/** Squared, over the squared diagonal of the box around both: DIoU's penalty. NaN for two equal points. */
export function centreDistance(a: Box, b: Box): number {
  const hull = enclosing(a, b)
  const square = (of: Box, to: Box) =>
    ((to[0] + to[2] - of[0] - of[2]) ** 2 + (to[1] + to[3] - of[1] - of[3]) ** 2) / 4
  const [x1, y1, x2, y2] = hull
  return square(a, b) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)
}

export function boxAt({ data }: Nd<'f32'>, index: number): Box {
  return [...data.subarray(4 * index, 4 * index + 4)] as unknown as Box
}

export function boxesIn(rows: Nd<'f32'>): readonly Box[] {
  return Array.from({ length: rows.shape[0] ?? 0 }, (_, at) => boxAt(rows, at))
}

/** The smallest box around both. */
export function enclosing(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** The same corners, with x1 <= x2 and y1 <= y2. */
export function boxInOrder([x1, y1, x2, y2]: Box): Box {
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

/** Made smaller by sixteenths, so that the two may overlap by exactly a threshold. */
export function nudged(random: Random, [x1, y1, x2, y2]: Box): Box {
  const by = (length: number) => random.pick([0, 0, 1, 2, 5]) * (length / 16)
  return [x1 + by(x2 - x1), y1, x2, y2 - by(y2 - y1)].map(Math.fround) as unknown as Box
}

export function boxes(list: readonly Box[]): Nd<'f32'> {
  return f32([list.length, 4], list.flat())
}

function union(areaA: number, areaB: number, intersection: number): number {
  return areaA + areaB - intersection
}
