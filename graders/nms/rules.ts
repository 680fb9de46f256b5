import {
  type Box,
  boxAt,
  defineRules,
  i32,
  type OverlapChoices,
  overlap,
  overlapRules,
  type RankingChoices,
  rankedPlaces,
  rankingRules,
} from '#kit'
import type { nms } from './reference.ts'

const WHAT = { en: 'NMS', zh: ' NMS' }
const OVERLAP = overlapRules(WHAT)

/** The mistakes people make in non-maximum suppression. */
export const rules = defineRules(
  nmsWith,
  {
    ...rankingRules(WHAT, ['nms/sort-first']),
    ...OVERLAP,
    order: {
      'not-sorted': {
        en: 'NMS in input order: the boxes are not sorted by score first',
        zh: '按输入顺序做的 NMS：没有先按得分排序',
        cards: ['nms/sort-first', 'nms/steps'],
        choice: () => 0,
      },
      'sorted-ascending': {
        en: 'NMS that takes the lowest score first: the sort is ascending',
        zh: '从最低分开始的 NMS：排序方向反了（升序）',
        cards: ['nms/sort-first', 'nms/steps'],
        choice: ({ score }) => score,
      },
      'sorted-by-bottom': {
        en: 'NMS that takes the lowest bottom edge (y2) first, not the highest score',
        zh: '按下边缘 y2 从大到小取框的 NMS；应按得分从高到低',
        cards: ['nms/sort-first', 'nms/steps'],
        choice: ({ box }) => -box[3],
      },
    },
    returned: {
      'sorted-positions': {
        en: 'the positions in the sorted list; translate them back to the indices of the input',
        zh: '排序后列表中的位置；应换算回输入中的下标',
        cards: ['nms/sorted-index'],
        choice: (_, ranks) => ranks,
      },
      'ordered-by-index': {
        en: 'NMS that lists the boxes kept by index; list them by falling score',
        zh: '把保留的框按下标排列的 NMS；应按得分从高到低排列',
        cards: ['nms/steps', 'nms/sorted-index'],
        choice: (indices) => indices.toSorted((a, b) => a - b),
      },
    },
    suppressors: {
      'suppressed-suppress': {
        en: 'NMS in which a box that has been suppressed still suppresses others',
        zh: '已被抑制的框仍然去抑制其他框的 NMS',
        cards: ['nms/suppressed-do-not-suppress'],
        choice: 'all before',
      },
      'only-last-kept': {
        en: 'NMS that compares with the last box kept alone; compare with all that are kept',
        zh: '只与最后保留的一个框比较的 NMS；应与所有已保留的框比较',
        cards: ['nms/steps'],
        choice: 'last kept',
      },
      'rest-one-too-low': {
        en: 'NMS that goes on with order[inds] instead of order[inds + 1]: the overlaps are those of order[1:], so that each index is one too low and a kept box comes again',
        zh: '用 order[inds]（而不是 order[inds + 1]）继续的 NMS：IoU 是对 order[1:] 算的，下标都小了 1，已保留的框又会出现',
        cards: ['nms/sorted-index', 'nms/steps'],
        choice: 'one too low',
      },
    },
    comparison: {
      'threshold-inclusive': {
        en: 'NMS that also suppresses a box whose IoU is exactly the threshold; only an IoU above it suppresses',
        zh: '把 IoU 恰好等于阈值的框也抑制掉的 NMS；只有大于阈值才抑制',
        cards: ['nms/strict-threshold'],
        choice: 'at least',
      },
      'comparison-reversed': {
        en: 'NMS that suppresses the boxes whose IoU is below the threshold; those above it go',
        zh: '把 IoU 低于阈值的框抑制掉的 NMS；应抑制高于阈值的',
        cards: ['nms/strict-threshold'],
        choice: 'below',
      },
      'overlapping-kept': {
        en: 'NMS that goes on with the boxes whose IoU is above the threshold; those are the ones that go',
        zh: '留下 IoU 高于阈值的框继续处理的 NMS；应去掉的正是它们',
        cards: ['nms/strict-threshold'],
        choice: 'at most',
      },
    },
    threshold: {
      'threshold-ignored': {
        en: 'NMS with a threshold of 0.5 whatever is asked for',
        zh: '不管传入什么、阈值总是 0.5 的 NMS',
        cards: ['nms/strict-threshold'],
        choice: () => 0.5,
      },
    },
    nothing: {
      'nan-suppressed': {
        en: 'NMS that keeps a box only while "IoU <= threshold" holds: two boxes without area give 0 / 0 = NaN, for which it does not hold',
        zh: '只在 "IoU <= 阈值" 成立时才保留的 NMS：两个面积为零的框得到 0 / 0 = NaN，该条件不成立',
        cards: ['nms/strict-threshold', 'iou/definition'],
        choice: Number.POSITIVE_INFINITY,
      },
      'guarded-division': { choice: 0 },
    },
    // Keeps 0 / 0 away, and an IoU from being exactly the threshold.
    padded: {
      'eps-in-union': { choice: (divisor) => divisor + 1e-6 },
      'eps-in-f32-union': { choice: (divisor) => Math.fround(divisor + 1e-6) },
    },
    empty: {
      'empty-boxes-overlap': {
        en: 'NMS in which two boxes without area overlap by 1, as in the dnn module of OpenCV; their IoU is 0 here',
        zh: '两个面积为零的框 IoU 算作 1 的 NMS（OpenCV dnn 模块的做法）；这里应为 0',
        cards: ['iou/definition'],
        choice: 1,
      },
    },
    extra: {
      ...OVERLAP.extra,
      'epsilon-in-overlap': {
        en: 'NMS that adds a little to the widths and heights of the intersection, so that an IoU of exactly the threshold comes out above it',
        zh: '在交集的宽高上加了一个很小的数的 NMS：恰好等于阈值的 IoU 因此变得大于阈值',
        cards: ['nms/strict-threshold'],
        choice: { extra: 1e-5, extraInAreas: 0 },
      },
    },
    divisor: {
      ...OVERLAP.divisor,
      'divides-by-other': {
        en: 'NMS that divides the intersection by the area of the box that may go, not by the union',
        zh: '把交集除以待判断框自身面积（而不是并集）的 NMS',
        cards: ['iou/definition'],
        choice: (_, other) => other,
      },
      'divides-by-kept': {
        en: 'NMS that divides the intersection by the area of the kept box, not by the union',
        zh: '把交集除以已保留框面积（而不是并集）的 NMS',
        cards: ['iou/definition'],
        choice: (kept) => kept,
      },
    },
  },
  {
    'py-cpu-nms': {
      en: 'the original py_cpu_nms of Fast R-CNN',
      zh: 'Fast R-CNN 最早的 py_cpu_nms',
      of: ['ties-reversed', 'plus-one'],
    },
    'malisiewicz-nms': {
      en: "Malisiewicz's fast NMS, made for boxes without scores and copied from tutorial to tutorial",
      zh: 'Malisiewicz 为不带得分的框写的快速 NMS，教程中辗转流传',
      of: ['sorted-by-bottom', 'plus-one', 'divides-by-other'],
    },
  },
)

interface Choices extends Pick<RankingChoices, 'ties' | 'sorting'>, OverlapChoices {
  /** Boxes are taken by this number, the smallest first. */
  readonly order?: (at: { readonly score: number; readonly box: Box }) => number
  readonly returned?: (indices: readonly number[], ranks: readonly number[]) => readonly number[]
  readonly suppressors?: 'all before' | 'last kept' | 'one too low'
  readonly comparison?: 'at least' | 'below' | 'at most'
  readonly threshold?: () => number
  /** What 0 / 0 counts as. */
  readonly nothing?: number
  /** The divisor with what is added to it. */
  readonly padded?: (divisor: number) => number
  /** What two boxes without area overlap by. */
  readonly empty?: number
}

function nmsWith(choices: Choices): typeof nms {
  const { order = ({ score }) => -score, returned = (indices) => indices, corners = (box) => box } = choices
  const { extra, clamp = 'lengths', divisor, padded, nothing = Number.NaN } = choices
  const rule = {
    ...extra,
    clamp,
    ...(divisor && { divisor }),
    ...(padded && { padded }),
    ...(choices.empty && { empty: choices.empty }),
  }
  return (boxes, scores, asked) => {
    const threshold = choices.threshold?.() ?? asked
    const suppresses = (iou: number) => {
      if (choices.comparison === 'below') return iou < threshold
      // Also where the IoU is NaN, which a mask of NumPy does not let stay.
      if (choices.comparison === 'at most') return !(iou > threshold)
      return choices.comparison ? iou >= threshold : iou > threshold
    }
    const all = Array.from(scores.data, (score, index) => ({ index, score, box: boxAt(boxes, index) }))
    const keys = all.map(order)
    const places = rankedPlaces(keys, { ...choices, order: (key) => key })
    const sorted = places.flatMap((place) => all[place] ?? [])
    const cornersOf = sorted.map(({ box }) => corners(box))
    const overlaps = (kept: number, other: number) => {
      const iou = overlap(cornersOf[kept] as Box, cornersOf[other] as Box, rule)
      return Number.isNaN(iou) ? nothing : iou
    }
    const goes = (kept: number, other: number) => suppresses(overlaps(kept, other))
    const ranks =
      choices.suppressors === 'one too low'
        ? keptOneTooLow(sorted.length, goes)
        : keptOf(sorted.length, choices.suppressors, goes)
    const indices = ranks.map((rank) => sorted[rank]?.index ?? 0)
    return i32([ranks.length], returned(indices, ranks))
  }
}

type Goes = (kept: number, other: number) => boolean

function keptOf(boxes: number, suppressors: Suppressors, goes: Goes): readonly number[] {
  const ranks: number[] = []
  for (let candidate = 0; candidate < boxes; candidate++) {
    const earlier = suppressorsOf(suppressors, ranks, candidate)
    if (!earlier.some((kept) => goes(kept, candidate))) ranks.push(candidate)
  }
  return ranks
}

/** Places in what follows the best are taken for places in all that is left. */
function keptOneTooLow(boxes: number, goes: Goes): readonly number[] {
  const ranks: number[] = []
  let left = Array.from({ length: boxes }, (_, rank) => rank)
  while (left.length > 0) {
    const best = left[0] ?? 0
    ranks.push(best)
    left = left.slice(0, -1).filter((_, place) => !goes(best, left[place + 1] ?? 0))
  }
  return ranks
}

type Suppressors = Exclude<Choices['suppressors'], 'one too low'>

function suppressorsOf(choice: Suppressors, kept: readonly number[], candidate: number): readonly number[] {
  switch (choice) {
    case 'all before':
      return Array.from({ length: candidate }, (_, rank) => rank)
    case 'last kept':
      return kept.slice(-1)
    default:
      return kept
  }
}
