import type { Random } from '../../src/core/random.ts'
import { draw, greyNoise, type Nd, u8 } from '../../src/kit/arrays.ts'
import { defineGrader } from '../../src/kit/define-grader.ts'
import { FILTER_TRAITS } from '../../src/kit/families/grey-filter.ts'
import { mutants } from './mutants.ts'
import { medianFilter } from './reference.ts'

export const grader = defineGrader<readonly [Nd<'u8'>, number], Nd<'u8'>>({
  reference: medianFilter,
  cases: [
    { name: { en: 'one pixel, ksize 3', zh: '单个像素，ksize 3' }, args: [u8([1, 1], [7]), 3] },
    {
      name: { en: 'impulse in a ramp, ksize 3', zh: '灰度斜坡上的脉冲，ksize 3' },
      args: [u8([3, 3], [10, 20, 30, 40, 250, 60, 70, 80, 90]), 3],
    },
    { name: { en: 'one row, ksize 3', zh: '单行，ksize 3' }, args: [u8([1, 5], [5, 200, 9, 30, 100]), 3] },
    { name: { en: 'one column, ksize 3', zh: '单列，ksize 3' }, args: [u8([5, 1], [5, 200, 9, 30, 100]), 3] },
    {
      name: { en: 'ksize 1 changes nothing', zh: 'ksize 为 1，结果不变' },
      args: [u8([2, 3], [3, 1, 4, 1, 5, 9]), 1],
    },
    {
      name: { en: 'even sizes, ksize 3', zh: '宽高均为偶数，ksize 3' },
      args: [u8([2, 4], [1, 2, 100, 20, 3, 9, 30, 200]), 3],
    },
    {
      name: { en: 'ksize larger than the image', zh: 'ksize 大于图像' },
      args: [u8([2, 3], [3, 1, 4, 1, 5, 9]), 7],
    },
    { name: { en: 'constant white', zh: '全白' }, args: [u8([4, 4], Array(16).fill(255)), 3] },
    {
      name: { en: 'step edge', zh: '阶跃边缘' },
      args: [
        u8(
          [4, 6],
          draw([4, 6], (at) => (at % 6 < 3 ? 0 : 255)),
        ),
        5,
      ],
    },
    {
      name: { en: 'checkerboard of 0 and 255', zh: '0 与 255 的棋盘格' },
      args: [
        u8(
          [5, 5],
          draw([5, 5], (at) => (at % 2) * 255),
        ),
        3,
      ],
    },
    { name: { en: 'salt and pepper on grey', zh: '灰底上的椒盐噪声' }, args: [saltAndPepper(), 3] },
  ],
  random: (random) => {
    const ksize = 2 * random.int(0, random.pick([1, 2, 2, 4, 7])) + 1
    return [randomImage(random), ksize]
  },
  randomCases: 40,
  valid: ({ shape: [height = 0, width = 0] }, ksize) =>
    height > 0 && width > 0 && ksize > 0 && ksize % 2 === 1,
  comparison: { kind: 'exact' },
  performance: {
    ratio: (random) => [greyNoise(random, 256, 256), 9],
    growth: {
      'ksize 5 -> 25': {
        small: (random) => [greyNoise(random, 160, 160), 5],
        large: (random) => [greyNoise(random, 160, 160), 25],
      },
    },
  },
  mutants,
  traits: FILTER_TRAITS,
})

function saltAndPepper(): Nd<'u8'> {
  const values = Array(48).fill(128)
  for (const at of [0, 9, 22, 31, 47]) values[at] = 255
  for (const at of [5, 14, 40, 42]) values[at] = 0
  return u8([6, 8], values)
}

/** Few grey values make ties, many make every rank different; extremes alone catch signed and overflowing bytes. */
function randomImage(random: Random): Nd<'u8'> {
  const shape = [random.int(1, 14), random.int(1, 14)]
  const lowest = random.pick([0, 0, 0, 100, 250])
  const next = random.pick([
    () => random.int(lowest, 255),
    () => random.int(lowest, lowest + 3),
    () => random.pick([0, 255]),
  ])
  return u8(shape, draw(shape, next))
}
