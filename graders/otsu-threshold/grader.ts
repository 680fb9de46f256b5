import { defineGrader, type Random, u8 } from '#kit'
import { otsuThreshold } from './reference.ts'
import { rules } from './rules.ts'
import { hasOneBestSplit } from './splits.ts'

export const grader = defineGrader({
  reference: otsuThreshold,
  examples: [[u8([2, 4], [10, 12, 11, 200, 13, 210, 205, 12])]],
  cases: [
    [{ en: 'one pixel', zh: '单个像素' }, u8([1, 1], [77])],
    [{ en: 'constant', zh: '常数图像' }, u8([3, 4], 128)],
    [{ en: 'constant white', zh: '全白' }, u8([2, 2], 255)],
    [{ en: 'two levels, half each', zh: '两个灰度级，各占一半' }, u8([2, 2], [10, 200, 200, 10])],
    [{ en: 'black and white', zh: '黑白' }, u8([2, 3], [0, 255, 255, 0, 255, 255])],
    [{ en: 'grey and white', zh: '灰与白' }, u8([1, 6], [20, 90, 255, 20, 90, 255])],
    [{ en: 'black and grey', zh: '黑与灰' }, u8([1, 6], [0, 170, 240, 0, 170, 240])],
    [{ en: 'neighbouring levels', zh: '相邻的两个灰度级' }, u8([1, 5], [7, 8, 7, 7, 8])],
    [{ en: '254 and 255', zh: '254 与 255' }, u8([1, 3], [254, 255, 255])],
    [
      { en: 'a rare bright object', zh: '少量的亮目标' },
      u8([5, 8], (at) => (at === 20 ? 250 : 100 + (at % 5))),
    ],
    [{ en: '260 dark pixels', zh: '260 个暗像素' }, levels([11, 30], { 20: 260, 120: 40, 220: 30 })],
    [{ en: '300 dark pixels', zh: '300 个暗像素' }, levels([20, 30], { 20: 300, 120: 200, 220: 100 })],
    [{ en: 'unequal classes', zh: '大小悬殊的两类' }, u8([4, 5], (at) => (at < 17 ? 40 + 3 * at : 180 + at))],
  ],
  random: (random) => [u8([random.int(1, 12), random.int(1, 12)], greysOf(random))],
  valid: hasOneBestSplit,
  rules,
  traits: [
    {
      text: { en: 'more than 255 pixels have the same value', zh: '同一个值的像素超过 255 个' },
      holds: ({ data }) => [...Map.groupBy(data, (grey) => grey).values()].some(({ length }) => length > 255),
    },
    {
      text: { en: 'the image is constant', zh: '图像为常数' },
      holds: ({ data }) => data.every((grey) => grey === data[0]),
    },
    {
      text: { en: 'the image has a value above 127', zh: '图像中有大于 127 的值' },
      holds: ({ data }) => data.some((grey) => grey > 127),
    },
    {
      text: { en: 'the image has a value of 255', zh: '图像中有 255' },
      holds: ({ data }) => data.includes(255),
    },
  ],
})

/** So many pixels of each level, one level after the other. */
function levels(shape: readonly number[], counts: { readonly [level: number]: number }) {
  const greys = Object.entries(counts).flatMap(([level, count]) => Array<number>(count).fill(Number(level)))
  return u8(shape, greys)
}

/** Two modes of unequal size, few levels, or anything. */
function greysOf(random: Random): () => number {
  const [share, low, high] = [random.pick([0.1, 0.3, 0.5, 0.8]), random.int(20, 110), random.int(130, 240)]
  const clipped = (value: number) => Math.round(Math.min(Math.max(value, 0), 255))
  const levels = [random.int(0, 90), random.int(91, 180), random.int(181, 255)] as const
  return random.pick([
    () => clipped(random.real() < share ? low + 15 * random.normal() : high + 20 * random.normal()),
    () => random.pick(levels),
    () => (random.real() < share ? low : high),
    () => random.int(0, 255),
  ])
}
