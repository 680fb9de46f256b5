import {
  type Box,
  boxesIn,
  centreDistance,
  defineRules,
  enclosing,
  f32,
  type OverlapChoices,
  overlapRules,
  overlapSizes,
} from '#kit'
import type { giou } from './reference.ts'

/** The mistakes people make in GIoU. */
export const rules = defineRules(giouWith, {
  ...overlapRules({ en: 'a GIoU', zh: ' GIoU' }),
  penalty: {
    'no-penalty': {
      en: 'plain IoU: nothing is subtracted, so that boxes apart all get 0',
      zh: '普通的 IoU：没有减去惩罚项，不相交的框全都得 0',
      cards: ['iou/giou-formula', 'iou/zero-gradient'],
      choice: () => [0, 1],
    },
    'penalty-over-union': {
      en: 'a GIoU whose penalty is divided by the union; it is divided by the enclosing box',
      zh: '惩罚项除以并集的 GIoU；应除以外接框的面积',
      cards: ['iou/giou-formula', 'iou/giou-range'],
      choice: ({ hull, union }) => [hull - union, union],
    },
    'hull-less-intersection': {
      en: 'a GIoU whose penalty subtracts the intersection from the enclosing box, not the union',
      zh: '惩罚项用外接框减去交集（而不是并集）的 GIoU',
      cards: ['iou/giou-formula', 'iou/giou-enclosed'],
      choice: ({ hull, intersection }) => [hull - intersection, hull],
    },
    'hull-less-areas': {
      en: 'a GIoU whose penalty subtracts the sum of both areas from the enclosing box; the union counts what they have in common once',
      zh: '惩罚项用外接框减去两框面积之和的 GIoU；并集对公共部分只计一次',
      cards: ['iou/giou-formula', 'iou/definition'],
      choice: ({ hull, areas }) => [hull - areas, hull],
    },
    'distance-penalty': {
      en: 'DIoU: the penalty is the squared distance of the centres over the squared diagonal, not the empty share of the enclosing box',
      zh: 'DIoU：惩罚项是中心距离的平方除以外接框对角线的平方，而不是外接框的空白比例',
      cards: ['iou/diou-formula', 'iou/giou-formula'],
      choice: ({ distance }) => [distance, 1],
    },
  },
  sign: {
    'penalty-added': {
      en: 'a GIoU to which the penalty is added; it is subtracted',
      zh: '加上了惩罚项的 GIoU；应当减去',
      cards: ['iou/giou-formula', 'iou/giou-range'],
      choice: 1,
    },
  },
  returned: {
    'loss-returned': {
      en: 'the loss 1 - GIoU; the coefficient is asked for',
      zh: '损失 1 - GIoU；要求的是系数本身',
      cards: ['iou/giou-range'],
      choice: (value) => 1 - value,
    },
    'clamped-at-zero': {
      en: 'a GIoU that is clamped at 0: below 0 it says how far the boxes are apart',
      zh: '截断到 0 的 GIoU：负值正表示两框相距多远',
      cards: ['iou/giou-range', 'iou/zero-gradient'],
      choice: (value) => Math.max(value, 0),
    },
  },
  nothing: {
    'empty-nan': {
      en: 'a GIoU of NaN where a quotient is 0 / 0; it counts as 0 here',
      zh: '在 0 / 0 处为 NaN 的 GIoU；这里记为 0',
      cards: ['iou/definition'],
      choice: (above, below) => above / below,
      nuisance: true,
    },
    // Where another mistake makes a divisor negative, or 0 below what is not.
    'positive-divisors-alone': { choice: (above, below) => (below > 0 ? above / below : 0) },
    'divided-by-one-instead': { choice: (above, below) => (below > 0 ? above / below : above) },
    'divided-by-epsilon-instead': { choice: (above, below) => above / (below + 1e-7) },
  },
  hullExtra: { 'plus-one-in-hull': { choice: 1 } },
})

interface Choices extends OverlapChoices {
  readonly penalty?: (of: Sizes) => Quotient
  readonly sign?: 1
  readonly returned?: (value: number) => number
  /** How one divides; by 0 it gives 0, if not given. */
  readonly nothing?: (...of: Quotient) => number
  /** What is added to the sides of the enclosing box, where something is added to others. */
  readonly hullExtra?: number
}

type Quotient = readonly [above: number, below: number]

interface Sizes {
  readonly intersection: number
  readonly areas: number
  readonly union: number
  readonly hull: number
  /** Of the centres, squared, over the diagonal. */
  readonly distance: number
}

function giouWith(choices: Choices): typeof giou {
  const { corners = (box) => box, returned = (value) => value, sign = -1 } = choices
  const { penalty = ({ hull, union }) => [hull - union, hull], nothing = orZero } = choices
  return (a, b) => {
    const others = boxesIn(b).map(corners)
    const values = boxesIn(a).map((given, at) => {
      const [one, other] = [corners(given), others[at] as Box]
      const sizes = sizesOf(one, other, choices)
      return returned(nothing(sizes.intersection, sizes.union) + sign * nothing(...penalty(sizes)))
    })
    return f32([values.length], values)
  }
}

function orZero(...[above, below]: Quotient): number {
  const value = above / below
  return Number.isFinite(value) ? value : 0
}

function sizesOf(one: Box, other: Box, choices: Choices): Sizes {
  const { extra, clamp = 'lengths', divisor, hullExtra = 0 } = choices
  const sizes = overlapSizes(one, other, { ...extra, clamp, ...(divisor && { divisor }) })
  const [x1, y1, x2, y2] = enclosing(one, other)
  return {
    intersection: sizes.intersection,
    areas: sizes.areaA + sizes.areaB,
    union: sizes.divisor,
    hull: (x2 - x1 + hullExtra) * (y2 - y1 + hullExtra),
    distance: centreDistance(one, other),
  }
}
