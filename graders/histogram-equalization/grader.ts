import { defineGrader, type Nd, type Random, reordered, u8 } from '#kit'
import { histogramEqualization } from './reference.ts'
import { rules } from './rules.ts'

const shown = [52, 55, 61, 59, 62, 59, 55, 104, 63, 65, 66, 113]

export const grader = defineGrader({
  reference: histogramEqualization,
  examples: [[u8([3, 4], shown)]],
  cases: [
    [{ en: 'one pixel', zh: '单个像素' }, u8([1, 1], [77])],
    [{ en: 'constant', zh: '常数图像' }, u8([3, 4], 128)],
    [{ en: 'two levels', zh: '两个灰度级' }, u8([1, 3], [100, 101, 100])],
    [{ en: 'already from 0 to 255', zh: '已经覆盖 0 到 255' }, u8([2, 3], [0, 51, 102, 153, 204, 255])],
    [{ en: 'one bright pixel', zh: '一个亮像素' }, u8([3, 3], (at) => (at === 4 ? 200 : 20 + (at % 2)))],
    [
      { en: 'mostly the darkest level', zh: '大多是最暗的一级' },
      u8([2, 5], [9, 9, 9, 9, 9, 9, 9, 12, 40, 80]),
    ],
    [{ en: '260 dark pixels', zh: '260 个暗像素' }, levels([11, 30], { 9: 260, 60: 40, 200: 30 })],
    [{ en: '300 grey pixels', zh: '300 个灰像素' }, levels([20, 25], { 9: 100, 60: 300, 200: 100 })],
    [{ en: 'one row', zh: '单行' }, u8([1, 4], [5, 200, 9, 30])],
  ],
  random: (random) => [u8([random.int(1, 12), random.int(1, 12)], greysOf(random))],
  valid: isClearOfHalves,
  relations: [
    {
      name: { en: 'brighter by a constant', zh: '整体加上一个常数' },
      change: (_, { shape, data }) => {
        const [low, high] = [Math.min(...data), Math.max(...data)]
        const by = low === high ? 0 : 255 - high
        return { args: [u8(shape, (at) => (data[at] ?? 0) + by)] }
      },
    },
    {
      name: { en: 'mirrored', zh: '左右镜像' },
      change: (_, image) => ({ args: [mirrored(image)], answer: mirrored }),
    },
  ],
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
      text: { en: 'the image has no black pixel', zh: '图像中没有 0' },
      holds: ({ data }) => !data.includes(0),
    },
    {
      text: { en: 'the image is not square', zh: '图像不是正方形' },
      holds: ({ shape: [height, width] }) => height !== width,
    },
  ],
})

/** Dark, narrow, of few levels, or anything. */
/** So many pixels of each level, one level after the other. */
function levels(shape: readonly number[], counts: { readonly [level: number]: number }) {
  const greys = Object.entries(counts).flatMap(([level, count]) => Array<number>(count).fill(Number(level)))
  return u8(shape, greys)
}

function greysOf(random: Random): () => number {
  const [middle, spread] = [random.int(30, 220), random.pick([3, 15, 40])]
  const levels = [random.int(0, 90), random.int(91, 180), random.int(181, 255)] as const
  return random.pick([
    () => Math.round(Math.min(Math.max(middle + spread * random.normal(), 0), 255)),
    () => random.pick(levels),
    () => random.int(0, 255),
  ])
}

/** So that neither the kind of rounding nor single precision matters. */
function isClearOfHalves({ data }: Nd<'u8'>): boolean {
  const greys = [...data]
  const atMost = (level: number) => greys.filter((grey) => grey <= level).length
  const darkest = atMost(Math.min(...greys))
  return greys.every((level) => {
    const value = (255 * (atMost(level) - darkest)) / Math.max(1, greys.length - darkest)
    return Math.abs(value - Math.floor(value) - 0.5) > 1e-4
  })
}

function mirrored(image: Nd<'u8'>): Nd<'u8'> {
  return reordered(image, 1, [...Array(image.shape[1]).keys()].reverse())
}
