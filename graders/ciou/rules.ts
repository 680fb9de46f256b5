import {
  type Box,
  boxesIn,
  centreDistance,
  defineRules,
  enclosing,
  f32,
  type OverlapChoices,
  overlap,
  overlapRules,
} from '#kit'
import type { ciou } from './reference.ts'

/** The mistakes people make in CIoU. */
export const rules = defineRules(ciouWith, {
  ...overlapRules({ en: 'a CIoU', zh: ' CIoU' }),
  distance: {
    'no-distance': {
      en: 'a CIoU without the distance of the centres',
      zh: '没有中心距离项的 CIoU',
      cards: ['iou/diou-formula'],
      choice: () => 0,
    },
    'distance-not-squared': {
      en: 'a CIoU with the distance over the diagonal; both are squared',
      zh: '中心距离和对角线都没有取平方的 CIoU；两者都应平方',
      cards: ['iou/diou-formula'],
      choice: (one, other) => Math.sqrt(centreDistance(one, other)),
    },
    'distance-of-double-centres': {
      en: 'a CIoU that takes x1 + x2 for the centre: halve it, or divide the squared distance by 4',
      zh: '把 x1 + x2 当作中心的 CIoU：应除以 2，或把距离的平方除以 4',
      cards: ['iou/diou-formula', 'iou/diou-numeric'],
      choice: (one, other) => 4 * centreDistance(one, other),
    },
    'distance-of-corners': {
      en: 'a CIoU with the distance of the top left corners; that of the centres is asked for',
      zh: '用左上角距离的 CIoU；应为中心的距离',
      cards: ['iou/diou-formula'],
      choice: (one, other) => squared(one[0] - other[0], one[1] - other[1]) / diagonal(one, other),
    },
    'distance-not-divided': {
      en: 'a CIoU whose squared distance of the centres is not divided by the squared diagonal of the enclosing box',
      zh: '中心距离的平方没有除以外接框对角线平方的 CIoU',
      cards: ['iou/diou-formula', 'iou/diou-normalise'],
      choice: (one, other) => centreDistance(one, other) * diagonal(one, other),
    },
    'distance-added': {
      en: 'a CIoU to which the distance of the centres is added; it is taken off',
      zh: '加上了中心距离项的 CIoU；应当减去',
      cards: ['iou/diou-formula'],
      choice: (one, other) => -centreDistance(one, other),
    },
    'distance-over-hull-area': {
      en: 'a CIoU whose distance is divided by the area of the enclosing box; divide by its squared diagonal',
      zh: '距离项除以外接框面积的 CIoU；应除以对角线的平方',
      cards: ['iou/diou-formula', 'iou/diou-normalise'],
      choice: (one, other) => {
        const [x1, y1, x2, y2] = enclosing(one, other)
        return (centreDistance(one, other) * diagonal(one, other)) / ((x2 - x1) * (y2 - y1))
      },
    },
  },
  ratio: {
    'v-without-factor': {
      en: 'a CIoU whose V lacks the factor 4 / pi²',
      zh: 'V 漏了系数 4 / pi² 的 CIoU',
      cards: ['iou/ciou-term'],
      choice: (one, other) => (angle(one) - angle(other)) ** 2,
    },
    'v-not-squared': {
      en: 'a CIoU whose V is not squared',
      zh: 'V 没有取平方的 CIoU',
      cards: ['iou/ciou-term'],
      choice: (one, other) => (4 / Math.PI ** 2) * Math.abs(angle(one) - angle(other)),
    },
    'one-ratio-upside-down': {
      en: 'a CIoU whose V has w / h of one box and h / w of the other: both are w / h',
      zh: 'V 里一个框用 w / h、另一个框用 h / w 的 CIoU；两个都应是 w / h',
      cards: ['iou/ciou-term'],
      choice: (one, other) => (4 / Math.PI ** 2) * (Math.PI / 2 - angle(one) - angle(other)) ** 2,
    },
    'v-over-pi': {
      en: 'a CIoU whose V has the factor 4 / pi; it is 4 / pi²',
      zh: 'V 的系数写成了 4 / pi 的 CIoU；应为 4 / pi²',
      cards: ['iou/ciou-term'],
      choice: (one, other) => (4 / Math.PI) * (angle(one) - angle(other)) ** 2,
    },
    'v-without-arctangent': {
      en: 'a CIoU whose V compares the ratios w / h themselves, not their arctangents',
      zh: 'V 直接比较宽高比 w / h、没有取反正切的 CIoU',
      cards: ['iou/ciou-term'],
      choice: (one, other) => (4 / Math.PI ** 2) * (Math.tan(angle(one)) - Math.tan(angle(other))) ** 2,
    },
  },
  weight: {
    'no-shape': {
      en: 'DIoU: the term of the shape, alpha V, is missing',
      zh: 'DIoU：漏了形状项 alpha V',
      cards: ['iou/ciou-term', 'iou/diou-formula'],
      choice: () => 0,
    },
    'shape-added': {
      en: 'a CIoU to which alpha V is added; it is taken off',
      zh: '加上了 alpha V 的 CIoU；应当减去',
      cards: ['iou/ciou-term'],
      choice: (v, iou) => -v / (1 - iou + v),
    },
    'alpha-missing': {
      en: 'a CIoU that subtracts V itself: its weight alpha is missing',
      zh: '直接减去 V 的 CIoU：漏了权重 alpha',
      cards: ['iou/ciou-alpha', 'iou/ciou-alpha-why'],
      choice: () => 1,
    },
    'alpha-with-iou': {
      en: 'a CIoU with alpha = V / (IoU + V), so that the shape counts least where the boxes fit best; it is V / (1 - IoU + V)',
      zh: 'alpha = V / (IoU + V) 的 CIoU：框越吻合，形状项反而越轻；应为 V / (1 - IoU + V)',
      cards: ['iou/ciou-alpha', 'iou/ciou-alpha-why'],
      choice: (v, iou) => v / (iou + v),
    },
    'alpha-above-half-alone': {
      en: 'a CIoU whose alpha is 0 below an IoU of 0.5, as in a later paper of its authors; there is no threshold here',
      zh: 'IoU 低于 0.5 时 alpha 取 0 的 CIoU（作者后来一篇论文的做法）；这里没有阈值',
      cards: ['iou/ciou-alpha', 'iou/ciou-alpha-why'],
      choice: (v, iou) => (iou < 0.5 ? 0 : v / (1 - iou + v)),
    },
  },
  returned: {
    'loss-returned': {
      en: 'the loss 1 - CIoU; the coefficient is asked for',
      zh: '损失 1 - CIoU；要求的是系数本身',
      cards: ['iou/ciou-term'],
      choice: (value) => 1 - value,
    },
  },
  nothing: {
    'equal-boxes-nan': {
      en: 'a CIoU of NaN for equal boxes, where alpha is 0 / 0; it counts as 0',
      zh: '两框相同（alpha 为 0 / 0）时为 NaN 的 CIoU；alpha 应取 0',
      cards: ['iou/ciou-alpha'],
      choice: Number.NaN,
      nuisance: true,
    },
  },
  diagonalExtra: { 'plus-one-in-diagonal': { choice: 1 } },
  shapeExtra: { 'plus-one-in-shape': { choice: 1 } },
})

interface Choices extends OverlapChoices {
  readonly distance?: (one: Box, other: Box) => number
  /** V. */
  readonly ratio?: (one: Box, other: Box) => number
  /** alpha. */
  readonly weight?: (v: number, iou: number) => number
  readonly returned?: (value: number) => number
  /** What alpha is where it is 0 / 0. */
  readonly nothing?: number
  /** What is added to the sides of the enclosing box, and of the boxes whose shapes are compared, where something is added to others. */
  readonly diagonalExtra?: number
  readonly shapeExtra?: number
}

function ciouWith(choices: Choices): typeof ciou {
  const { extra, clamp = 'lengths', divisor, corners = (box) => box, returned = (value) => value } = choices
  const {
    distance = centreDistance,
    ratio = angleGap,
    nothing = 0,
    diagonalExtra = 0,
    shapeExtra = 0,
  } = choices
  const { weight = (v, iou) => v / (1 - iou + v) } = choices
  return (a, b) => {
    const others = boxesIn(b).map(corners)
    const values = boxesIn(a).map((given, at) => {
      const [one, other] = [corners(given), others[at] as Box]
      const iou = overlap(one, other, { ...extra, clamp, ...(divisor && { divisor }) })
      const v = ratio(grown(one, shapeExtra), grown(other, shapeExtra))
      // Both centres move alike.
      const apart = distance(grown(one, diagonalExtra), grown(other, diagonalExtra))
      const alpha = weight(v, iou)
      return returned(iou - apart - (Number.isNaN(alpha) ? nothing : alpha) * v)
    })
    return f32([values.length], values)
  }
}

function grown([x1, y1, x2, y2]: Box, extra: number): Box {
  return [x1, y1, x2 + extra, y2 + extra]
}

function angleGap(one: Box, other: Box): number {
  return (4 / Math.PI ** 2) * (angle(one) - angle(other)) ** 2
}

function angle([x1, y1, x2, y2]: Box): number {
  return Math.atan((x2 - x1) / (y2 - y1))
}

function diagonal(one: Box, other: Box): number {
  const [x1, y1, x2, y2] = enclosing(one, other)
  return squared(x2 - x1, y2 - y1)
}

function squared(x: number, y: number): number {
  return x ** 2 + y ** 2
}
