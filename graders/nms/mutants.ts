import { type Box, boxAt, i32, mistakes, overlap } from '#kit'
import type { nms } from './reference.ts'

/** The mistakes people make in non-maximum suppression. */
export const mutants = mistakes(nmsWith, {
  'threshold-inclusive': {
    en: 'NMS that also suppresses a box whose IoU is exactly the threshold; only an IoU above it suppresses',
    zh: '把 IoU 恰好等于阈值的框也抑制掉的 NMS；只有大于阈值才抑制',
    cards: ['nms/strict-threshold'],
    rule: { suppresses: (iou, threshold) => iou >= threshold },
  },
  'nan-suppressed': {
    en: 'NMS that keeps a box only while "IoU <= threshold" holds: two boxes without area give 0 / 0 = NaN, for which it does not hold',
    zh: '只在 "IoU <= 阈值" 成立时才保留的 NMS：两个面积为零的框得到 0 / 0 = NaN，该条件不成立',
    cards: ['nms/strict-threshold', 'iou/definition'],
    rule: { suppresses: (iou, threshold) => !(iou <= threshold) },
  },
  'not-sorted': {
    en: 'NMS in input order: the boxes are not sorted by score first',
    zh: '按输入顺序做的 NMS：没有先按得分排序',
    cards: ['nms/sort-first', 'nms/steps'],
    rule: { order: () => 0 },
  },
  'sorted-ascending': {
    en: 'NMS that takes the lowest score first: the sort is ascending',
    zh: '从最低分开始的 NMS：排序方向反了（升序）',
    cards: ['nms/sort-first', 'nms/steps'],
    rule: { order: (a, b) => a - b },
  },
  'ties-reversed': {
    en: 'NMS that takes equal scores by falling index, as argsort(scores)[::-1] does; sort stably by the negated score',
    zh: '得分相同时取下标较大者优先的 NMS（argsort(scores)[::-1] 就会这样）；应对负得分做稳定排序',
    cards: ['nms/sort-first'],
    rule: { ties: 'by falling index' },
  },
  'sorted-positions': {
    en: 'the positions in the sorted list; translate them back to the indices of the input',
    zh: '排序后列表中的位置；应换算回输入中的下标',
    cards: ['nms/sorted-index'],
    rule: { returned: (_, ranks) => ranks },
  },
  'ordered-by-index': {
    says: {
      en: 'You keep the right boxes, but your output lists them by index; list them by falling score.',
      zh: '保留的框是对的，但你的输出按下标排列；应按得分从高到低排列。',
    },
    cards: ['nms/steps', 'nms/sorted-index'],
    rule: { returned: (indices) => indices.toSorted((a, b) => a - b) },
  },
  'suppressed-suppress': {
    en: 'NMS in which a box that has been suppressed still suppresses others',
    zh: '已被抑制的框仍然去抑制其他框的 NMS',
    cards: ['nms/suppressed-do-not-suppress'],
    rule: { suppressors: 'all before' },
  },
  'plus-one': {
    en: 'NMS with widths and heights of x2 - x1 + 1: these coordinates are no pixel indices, so nothing is added',
    zh: '宽高按 x2 - x1 + 1 计算的 NMS：这里的坐标不是像素下标，不应加 1',
    cards: ['nms/plus-one', 'nms/plus-one-iou'],
    rule: { iou: (a, b) => overlap(a, b, { extra: 1 }) },
  },
  'overlap-not-clamped': {
    en: 'NMS whose overlap is not clamped at 0: boxes apart in both x and y get a positive product of two negative lengths',
    zh: '重叠宽高没有截断到 0 的 NMS：两个方向都不相交的框，两个负数相乘反而得到正面积',
    cards: ['iou/clamp'],
    rule: { iou: (a, b) => overlap(a, b, { clamp: false }) },
  },
  'union-counts-twice': {
    en: 'NMS that divides by the sum of both areas; the union is that sum minus the intersection',
    zh: '除以两框面积之和的 NMS；并集应为面积之和减去交集',
    cards: ['iou/definition'],
    rule: { iou: (a, b) => overlap(a, b, { divisor: (areaA, areaB) => areaA + areaB }) },
  },
  'divides-by-smaller': {
    en: 'NMS that divides the intersection by the smaller area instead of the union',
    zh: '把交集除以较小框面积（而不是并集）的 NMS',
    cards: ['iou/definition'],
    rule: { iou: (a, b) => overlap(a, b, { divisor: (areaA, areaB) => Math.min(areaA, areaB) }) },
  },
  'boxes-as-xywh': {
    en: 'NMS that reads each box as x, y, width, height; the columns are x1, y1, x2, y2',
    zh: '把每个框当作 x、y、宽、高的 NMS；四列其实是 x1、y1、x2、y2',
    cards: ['iou/numeric', 'iou/definition'],
    rule: { iou: (a, b) => overlap(fromXywh(a), fromXywh(b)) },
  },
})

interface Rule {
  readonly order?: (scoreA: number, scoreB: number) => number
  readonly ties?: 'by index' | 'by falling index'
  readonly iou?: (a: Box, b: Box) => number
  readonly suppresses?: (iou: number, threshold: number) => boolean
  readonly suppressors?: 'kept' | 'all before'
  readonly returned?: (indices: readonly number[], ranks: readonly number[]) => readonly number[]
}

function nmsWith(rule: Rule): typeof nms {
  const { order = (a: number, b: number) => b - a, ties = 'by index', suppressors = 'kept' } = rule
  const { iou = overlap, returned = (indices) => indices } = rule
  const { suppresses = (found: number, threshold: number) => found > threshold } = rule
  return (boxes, scores, threshold) => {
    const all = Array.from(scores.data, (_, index) => index)
    if (ties === 'by falling index') all.reverse()
    const sorted = all.sort((a, b) => order(scores.data[a] ?? 0, scores.data[b] ?? 0))
    const ranks: number[] = []
    for (const [rank, candidate] of sorted.entries()) {
      const earlier = suppressors === 'kept' ? ranks : sorted.slice(0, rank).map((_, at) => at)
      const overlaps = (at: number) => iou(boxAt(boxes, sorted[at] ?? 0), boxAt(boxes, candidate))
      if (!earlier.some((at) => suppresses(overlaps(at), threshold))) ranks.push(rank)
    }
    const indices = ranks.map((rank) => sorted[rank] ?? 0)
    return i32([ranks.length], returned(indices, ranks))
  }
}

function fromXywh([x, y, width, height]: Box): Box {
  return [x, y, x + width, y + height]
}
