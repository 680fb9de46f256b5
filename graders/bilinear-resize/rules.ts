import { defineRules, f32 } from '#kit'
import type { bilinearResize } from './reference.ts'

/** The mistakes people make in a bilinear resize. */
export const rules = defineRules(resizeWith, {
  coordinate: {
    'align-corners': {
      en: 'a resize with align_corners=True: the coordinate i (n - 1) / (m - 1) pins the corner pixels; here pixel centres are half a pixel in',
      zh: 'align_corners=True 的缩放：坐标 i (n - 1) / (m - 1) 让角上像素的中心重合；这里要求像素中心对齐半像素',
      cards: ['interpolation/align-corners', 'interpolation/source-coordinate'],
      choice: ({ at, from, to }) => (to === 1 ? 0 : (at * (from - 1)) / (to - 1)),
    },
    'no-half-pixel': {
      en: 'a resize with the coordinate i n / m, without half-pixel centres: the image moves',
      zh: '坐标取 i n / m、没有对齐半像素中心的缩放：图像会偏移',
      cards: ['interpolation/why-half-pixel', 'interpolation/source-coordinate'],
      choice: ({ at, scaled }) => scaled(at),
    },
    'half-not-taken-off': {
      en: 'a resize with the coordinate (i + 0.5) n / m: the 0.5 is added and not taken off again',
      zh: '坐标取 (i + 0.5) n / m 的缩放：加了 0.5，却没有再减去',
      cards: ['interpolation/source-coordinate'],
      choice: ({ at, scaled }) => scaled(at + 0.5),
    },
    'ratio-upside-down': {
      en: 'a resize with the coordinate (i + 0.5) m / n - 0.5: the ratio of the lengths is upside down',
      zh: '坐标取 (i + 0.5) m / n - 0.5 的缩放：长度之比颠倒了',
      cards: ['interpolation/source-coordinate'],
      choice: ({ at, from, to }) => ((at + 0.5) * to) / from - 0.5,
    },
    'ratio-of-the-other-axis': {
      en: "a resize that takes the other axis's ratio of lengths",
      zh: '用了另一个轴的长度之比的缩放',
      cards: ['interpolation/source-coordinate'],
      choice: ({ at, other }) => ((at + 0.5) * other.from) / other.to - 0.5,
    },
  },
  ratio: {
    // Next to a pixel one of them falls short of it: the same blend, but another one if it is wrong.
    'divided-first': { choice: (value, { from, to }) => value * (from / to) },
  },
  edge: {
    'fraction-kept': {
      en: 'a resize that splits a negative coordinate before it raises it: the index becomes 0, and the fraction stays',
      zh: '先拆分负坐标、再截断的缩放：下标提到了 0，小数部分却没有变',
      cards: ['interpolation/bilinear-steps'],
      choice: 'fraction-kept',
    },
    'negative-fraction': {
      en: 'a resize that takes index 0 for a negative coordinate and keeps its negative fraction, so that the rim is extrapolated; raise the coordinate to 0 first',
      zh: '坐标为负时下标取 0、小数部分仍为负的缩放：边缘变成了外推；应先把坐标提到 0',
      cards: ['interpolation/bilinear-steps'],
      choice: 'negative-fraction',
    },
    'last-pair-kept': {
      en: 'a resize that keeps both indices inside and not the coordinate, so that the rim is extrapolated on both sides',
      zh: '只把两个下标限制在图像内、没有限制坐标的缩放：两侧边缘都变成了外推',
      cards: ['interpolation/bilinear-steps'],
      choice: 'last-pair',
    },
    'zero-beyond': {
      en: 'a resize in which pixels beyond the image count as 0, so that the rim turns dark',
      zh: '把图像之外的像素当作 0 的缩放：四周变暗',
      cards: ['interpolation/bilinear-steps'],
      choice: 'zero',
    },
  },
  share: {
    'shares-swapped': {
      en: 'a blend with the shares swapped: the nearer pixel gets the smaller share',
      zh: '两个权重用反了的混合：较近的像素反而权重较小',
      cards: ['interpolation/bilinear-value'],
      choice: (share) => 1 - share,
    },
    nearest: {
      en: 'a resize that takes the nearest pixel and blends nothing',
      zh: '最近邻缩放：取最近的像素，没有混合',
      cards: ['interpolation/bilinear-value', 'interpolation/nearest-exact'],
      choice: (share) => Math.floor(share + 0.5),
    },
    'first-pixel-alone': {
      en: 'a resize that cuts the fraction off and takes the pixel before the point',
      zh: '截掉小数部分、取前一个像素的缩放',
      cards: ['interpolation/bilinear-value', 'interpolation/nearest-exact'],
      choice: () => 0,
    },
    // Which of two pixels is the nearest halfway between them.
    'nearest-down': { choice: (share) => Math.ceil(share - 0.5) },
  },
  whole: {
    'whole-coordinates-vanish': {
      en: 'a blend whose weights are the distances to floor and ceil of the coordinate: where it is whole both are 0',
      zh: '以到 floor 和 ceil 的距离为权重的混合：坐标为整数时两个权重都是 0',
      cards: ['interpolation/bilinear-value', 'interpolation/bilinear-steps'],
      choice: 0,
    },
  },
  reach: {
    antialiased: {
      en: 'a resize with antialiasing, as of Pillow and of antialias=True: where it shrinks, all pixels below an output pixel count',
      zh: '带抗锯齿的缩放（Pillow 和 antialias=True 的做法）：缩小时，输出像素所覆盖的所有像素都参与计算',
      cards: ['interpolation/antialias-how', 'interpolation/antialias-why'],
      choice: true,
    },
  },
  result: {
    rounded: {
      en: 'a resize whose result is rounded to whole numbers',
      zh: '结果取整的缩放',
      cards: ['interpolation/bilinear-value'],
      choice: Math.round,
    },
  },
})

interface Sampling extends Lengths {
  readonly at: number
  readonly other: Lengths
  /** To the input's length. */
  readonly scaled: (value: number) => number
}

interface Lengths {
  readonly from: number
  readonly to: number
}

interface Choices {
  readonly coordinate?: (sampling: Sampling) => number
  readonly ratio?: (value: number, lengths: Lengths) => number
  readonly edge?: 'fraction-kept' | 'zero' | 'negative-fraction' | 'last-pair'
  /** The weight of a pixel that the point falls on. */
  readonly whole?: number
  /** Of the second pixel. */
  readonly share?: (fraction: number) => number
  readonly reach?: boolean
  readonly result?: (value: number) => number
}

interface Weighted {
  readonly index: number
  readonly weight: number
}

function resizeWith({ result = (value) => value, ...choices }: Choices): typeof bilinearResize {
  return ({ shape, data }, height, width) => {
    const [rows, columns] = shape as [number, number]
    const [y, x] = [
      { from: rows, to: height },
      { from: columns, to: width },
    ]
    const down = Array.from({ length: height }, (_, at) => weightsOf({ at, ...y, other: x }, choices))
    const across = Array.from({ length: width }, (_, at) => weightsOf({ at, ...x, other: y }, choices))
    return f32([height, width], (at) => {
      const terms = (down[Math.floor(at / width)] ?? []).flatMap((above) =>
        (across[at % width] ?? []).map(
          (left) => above.weight * left.weight * (data[above.index * columns + left.index] ?? 0),
        ),
      )
      return result(terms.reduce((sum, term) => sum + term, 0))
    })
  }
}

function weightsOf(sampling: Omit<Sampling, 'scaled'>, choices: Choices): readonly Weighted[] {
  const { coordinate = halfPixel, ratio = multipliedFirst, share = (fraction) => fraction } = choices
  const { from, to } = sampling
  const asked = coordinate({ ...sampling, scaled: (value) => ratio(value, sampling) })
  if (choices.reach && from > to) return triangle(asked, from, from / to)
  const clamped = Math.min(Math.max(asked, 0), from - 1)
  const point = choices.edge ? asked : clamped
  const first = firstOf(point, from, choices.edge)
  const second = share(point - first)
  return [
    { index: first, weight: Number.isInteger(point) ? (choices.whole ?? 1 - second) : 1 - second },
    { index: choices.edge === 'fraction-kept' ? Math.max(first, 0) + 1 : first + 1, weight: second },
  ].map(({ index, weight }) => ({
    index: Math.min(Math.max(index, 0), from - 1),
    weight: choices.edge === 'zero' && (index < 0 || index >= from) ? 0 : weight,
  }))
}

function firstOf(point: number, from: number, edge: Choices['edge']): number {
  const first = Math.floor(point)
  if (edge === 'negative-fraction') return Math.max(first, 0)
  return edge === 'last-pair' ? Math.max(0, Math.min(first, from - 2)) : first
}

function halfPixel({ at, scaled }: Sampling): number {
  return scaled(at + 0.5) - 0.5
}

function multipliedFirst(value: number, { from, to }: Lengths): number {
  return (value * from) / to
}

function triangle(point: number, from: number, reach: number): readonly Weighted[] {
  const weights = Array.from({ length: from }, (_, index) => ({
    index,
    weight: Math.max(0, 1 - Math.abs(index - point) / reach),
  }))
  const sum = weights.reduce((total, { weight }) => total + weight, 0)
  return weights.map(({ index, weight }) => ({ index, weight: weight / sum }))
}
