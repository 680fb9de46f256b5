import type { Text } from '../../../core/locale.ts'
import type { Random } from '../../../core/random.ts'
import { f32, type Nd } from '../../arrays.ts'
import type { Invariance, Trait } from '../../define-grader.ts'
import { inClusters, onGrid } from './detections.ts'
import { type Box, boxAt, boxes, boxesIn, boxInOrder, nudged, overlap } from './overlap.ts'

export type BoxArrays = readonly [a: Nd<'f32'>, b: Nd<'f32'>]

/** Of boxes that lie on one another the first so many, and the rest; half of them, if not given. */
export function drawBoxArrays(random: Random, count?: number): BoxArrays {
  const [drawn] = random.real() < 0.5 ? onGrid(random) : inClusters(random, random.int(1, 24), 40)
  const all = boxesIn(drawn)
  const first = count ?? random.int(0, all.length)
  return [boxes(all.slice(0, first)), boxes(all.slice(first))]
}

/** As many boxes on either side, and most of one row meet. */
export function drawBoxPairs(random: Random): BoxArrays {
  const [some, others] = drawBoxArrays(random).map(boxesIn) as [readonly Box[], readonly Box[]]
  const all = [...some, ...others]
  return [boxes(all), boxes(all.map((_, at) => all[(at + random.int(0, 1)) % all.length] as Box))]
}

/** The same change for both. */
export function changedTogether([a, b]: BoxArrays, change: (all: Nd<'f32'>) => Nd<'f32'>): BoxArrays {
  const all = boxesIn(change(boxes([...boxesIn(a), ...boxesIn(b)])))
  const count = a.shape[0] ?? 0
  return [boxes(all.slice(0, count)), boxes(all.slice(count))]
}

/**
 * Of boxes whose corners may lie anywhere, the same with x1 <= x2 and y1 <= y2, and two of three of the
 * second close to the first of its row.
 * @param sized makes a box of one in order that is too small
 */
export function meetingPairs(random: Random, [a, b]: BoxArrays, sized: (box: Box) => Box): BoxArrays {
  const first = boxesIn(a).map((box) => sized(boxInOrder(box)))
  const second = boxesIn(b).map((box, at) =>
    sized(random.int(0, 2) > 0 ? nudged(random, first[at] ?? box) : boxInOrder(box)),
  )
  return [boxes(first), boxes(second)]
}

/** Of what is computed row by row, and depends on shapes and distances alone. */
export function boxPairRelations(): readonly Invariance<BoxArrays>[] {
  const doubled = ({ shape, data }: Nd<'f32'>) => f32(shape, (at) => 2 * (data[at] ?? 0))
  return [
    { name: { en: 'a and b exchanged', zh: 'a 与 b 互换' }, change: (_, a, b) => ({ args: [b, a] }) },
    {
      name: { en: 'boxes twice as large', zh: '框放大一倍' },
      change: (_, a, b) => ({ args: [doubled(a), doubled(b)] }),
    },
  ]
}

/** Told to who holds too much memory, beside the cards of the exercise. */
export const BOX_PAIRS_LEAN: Text = {
  en: 'The boxes go in pairs: who compares all of a with all of b, and keeps the diagonal, computes and holds N² values instead of N.',
  zh: '框是逐行成对的：若把 a 的所有框与 b 的所有框比较再取对角线，就要计算并存储 N² 个值，而不是 N 个。',
}

/** A side shorter than `least` becomes 0. */
export function withoutThinSides([x1, y1, x2, y2]: Box, least: number): Box {
  return [x1, y1, x2 - x1 < least ? x1 : x2, y2 - y1 < least ? y1 : y2]
}

export function haveSides(given: Nd<'f32'>, isAllowed: (side: number) => boolean): boolean {
  return boxesIn(given).every(([x1, y1, x2, y2]) => isAllowed(x2 - x1) && isAllowed(y2 - y1))
}

export function boxPairTraits(): readonly Trait<readonly [...BoxArrays, ...unknown[]]>[] {
  const some = (holds: (box: Box) => boolean) => (a: Nd<'f32'>, b: Nd<'f32'>) =>
    [...boxesIn(a), ...boxesIn(b)].some(holds)
  return [
    {
      text: { en: 'a box has no area', zh: '有面积为零的框' },
      holds: some(([x1, y1, x2, y2]) => x1 === x2 || y1 === y2),
    },
    {
      text: { en: 'a coordinate is negative', zh: '有负的坐标' },
      holds: some((box) => box.some((coordinate) => coordinate < 0)),
    },
    {
      text: { en: 'a side is shorter than 1', zh: '有边长小于 1 的框' },
      holds: some(([x1, y1, x2, y2]) => x2 - x1 < 1 || y2 - y1 < 1),
    },
    {
      text: { en: 'two boxes of a row do not overlap', zh: '有同一行的两个框不相交' },
      holds: (a, b) =>
        boxesIn(a).some((box, at) => at < (b.shape[0] ?? 0) && !(overlap(box, boxAt(b, at)) > 0)),
    },
  ]
}
