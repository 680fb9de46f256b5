import { range } from './arithmetic.ts'

/** x1, y1, x2, y2 with whole coordinates. */
export type Box = readonly [number, number, number, number]

/** By colouring unit cells and counting them. */
export function rasterIou(a: Box, b: Box): number {
  const [first, second] = [cellsOf(a), cellsOf(b)]
  return commonTo(first, second) / new Set([...first, ...second]).size
}

/** Rezatofighi et al. 2019: the IoU less the share of the enclosing box that neither covers. */
export function rasterGiou(a: Box, b: Box): number {
  const covered = new Set([...cellsOf(a), ...cellsOf(b)])
  const hull = cellsOf(enclosing(a, b))
  return rasterIou(a, b) - hull.filter((cell) => !covered.has(cell)).length / hull.length
}

/** Zheng et al. 2020. */
export function diouLoss(a: Box, b: Box): number {
  const [x1, y1, x2, y2] = enclosing(a, b)
  const distance = Math.hypot((a[0] + a[2] - b[0] - b[2]) / 2, (a[1] + a[3] - b[1] - b[3]) / 2)
  return 1 - rasterIou(a, b) + (distance / Math.hypot(x2 - x1, y2 - y1)) ** 2
}

/** Two sets of cells, one inside the other, with this IoU in whole percent: their Dice coefficient by counting. */
export function diceOfNested(iou: number): number {
  const inner = Math.round(100 * iou)
  return diceOfCounts(inner, 100 - inner, 0)
}

/** Twice the common cells over the cells of both sets. */
export function diceOfCounts(common: number, onlyFirst: number, onlySecond: number): number {
  const first = range(common + onlyFirst)
  const second = [...range(common), ...range(onlySecond).map((cell) => -1 - cell)]
  return (2 * commonTo(first, second)) / (first.length + second.length)
}

function commonTo<T>(first: readonly T[], second: readonly T[]): number {
  const cells = new Set(first)
  return second.filter((cell) => cells.has(cell)).length
}

function enclosing(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

function cellsOf([x1, y1, x2, y2]: Box): readonly string[] {
  return range(y2 - y1).flatMap((y) => range(x2 - x1).map((x) => `${x1 + x} ${y1 + y}`))
}
