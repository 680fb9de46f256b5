import { type Box, boxesIn, defineRules, f32, type OverlapChoices, overlap, overlapRules } from '#kit'
import type { boxIou } from './reference.ts'

const OVERLAP = overlapRules({ en: 'an IoU', zh: ' IoU' })

/** The mistakes people make in the IoU of boxes. */
export const rules = defineRules(iouWith, {
  ...OVERLAP,
  clamp: {
    ...OVERLAP.clamp,
    'overlap-clamped-as-a-product': {
      en: "an IoU that clamps the product of the overlap's width and height at 0, and not each: boxes apart in both x and y have two negative lengths, whose product is positive",
      zh: '只把重叠宽高的乘积（而不是宽和高各自）截断到 0 的 IoU：两个方向都不相交的框，两个负数相乘是正数',
      cards: ['iou/clamp'],
      choice: 'product',
    },
  },
  padded: {
    ...Object.fromEntries([1e-5, 1e-6, 1e-7, 1e-8, 1e-9].map((by) => [`union-plus-${by}`, padding(by)])),
    'only-over-a-positive-union': { choice: (union) => (union > 0 ? union : Number.POSITIVE_INFINITY) },
    'over-one-where-no-union': { choice: (union) => (union > 0 ? union : 1) },
    'over-a-tiny-union': { choice: (union) => Math.max(union, 1e-12) },
  },
  nothing: {
    'empty-boxes-nan': {
      en: 'an IoU that is NaN for two boxes without area, as that of torchvision; it is 0 here',
      zh: '两个面积为零的框之间为 NaN 的 IoU（torchvision 就是如此）；这里应为 0',
      cards: ['iou/definition'],
      choice: Number.NaN,
      nuisance: true,
    },
    // Whoever catches boxes without area by themselves.
    'empty-box-zero': { choice: 'empty' },
    'empty-boxes-one': {
      en: 'an IoU that is 1 for two boxes without area; it is 0 here',
      zh: '两个面积为零的框之间为 1 的 IoU；这里应为 0',
      cards: ['iou/definition'],
      choice: 1,
      nuisance: true,
    },
  },
  axes: {
    'only-x': {
      en: 'an IoU of the x ranges alone: heights do not enter',
      zh: '只按 x 方向的区间计算的 IoU：没有用到高',
      cards: ['iou/definition', 'iou/numeric'],
      choice: ([x1, , x2]) => [x1, 0, x2, 1],
    },
  },
  laid: {
    'rows-and-columns-swapped': {
      en: 'a table with a row for each box of b: it has one for each box of a',
      zh: '行对应 b、列对应 a 的 IoU 表；应当每行对应 a 的一个框',
      cards: ['iou/definition'],
      choice: 'column by column',
    },
  },
  returned: {
    'distance-returned': {
      en: 'the distance 1 - IoU; the IoU itself is asked for',
      zh: '距离 1 - IoU；要求的是 IoU 本身',
      cards: ['iou/definition'],
      choice: (iou) => 1 - iou,
    },
  },
  areas: {
    'one-area-twice': {
      en: 'an IoU whose union takes the area of one box twice instead of both areas',
      zh: '并集中把同一个框的面积算了两次（而不是两个框各一次）的 IoU',
      cards: ['iou/definition'],
      choice: 'twice',
    },
  },
})

interface Choices extends OverlapChoices {
  readonly padded?: (union: number) => number
  /** What 0 / 0 counts as; `empty`: 0, and so does whatever has to do with a box without area. */
  readonly nothing?: number | 'empty'
  readonly axes?: NonNullable<OverlapChoices['corners']>
  readonly areas?: 'twice'
  readonly laid?: 'column by column'
  readonly returned?: (iou: number) => number
}

function iouWith({
  corners = (box) => box,
  axes = (box) => box,
  nothing = 0,
  areas,
  laid,
  returned = (iou) => iou,
  ...rule
}: Choices): typeof boxIou {
  const twice = (one: number, _: number, intersection: number) => 2 * one - intersection
  const { extra, ...others } = { ...(areas && { divisor: twice }), ...rule }
  return (a, b) => {
    const [rows, columns] = [a, b].map((given) => boxesIn(given).map((box) => axes(corners(box))))
    const [along, across] = laid ? [columns, rows] : [rows, columns]
    const table = (along ?? []).flatMap((one) =>
      (across ?? []).map((other) => {
        const iou = overlap(one, other, { ...others, ...extra })
        if (nothing === 'empty') return returned(isEmpty(one) || isEmpty(other) ? 0 : iou)
        return returned(Number.isNaN(iou) ? nothing : iou)
      }),
    )
    return f32([a.shape[0] ?? 0, b.shape[0] ?? 0], table)
  }
}

function isEmpty([x1, y1, x2, y2]: Box): boolean {
  return x1 >= x2 || y1 >= y2
}

function padding(by: number) {
  return {
    en: `an IoU with ${by} added to the union: small boxes, as in coordinates from 0 to 1, come out too low; catch boxes without area otherwise`,
    zh: `并集上加了 ${by} 的 IoU：很小的框（例如坐标在 0 到 1 之间）得到的值偏低；零面积的框应另行处理`,
    cards: ['iou/definition', 'iou/scale-invariance'],
    choice: (union: number) => union + by,
  }
}
