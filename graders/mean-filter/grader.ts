import { defineGrader, greyFilter, greyNoise, INVERTED_GREYS, type Random, u8 } from '#kit'
import { meanFilter } from './reference.ts'
import { rules } from './rules.ts'

const { cases, relations, ...shared } = greyFilter()
const noise = (ksize: number) => (random: Random) => [greyNoise(random, 512, 512), ksize] as const

export const grader = defineGrader({
  ...shared,
  reference: meanFilter,
  examples: [[u8([3, 3], [10, 20, 30, 40, 250, 60, 70, 80, 90]), 3]],
  cases: [
    ...cases,
    [{ en: 'one white pixel, ksize 63', zh: '单个白色像素，ksize 63' }, u8([1, 1], 255), 63],
    [
      { en: 'just below and above one half', zh: '小数部分略低于和略高于 0.5' },
      u8([1, 6], [0, 1, 0, 0, 1, 1]),
      3,
    ],
  ],
  relations: [...relations, INVERTED_GREYS],
  performance: {
    ratio: noise(31),
    growth: {
      'ksize 3 -> 31': {
        small: noise(3),
        large: noise(31),
        causes: [
          {
            from: 2,
            en: 'ksize grew from 3 to 31, and the time grew with it: ksize values are added up for each pixel, though the neighbouring sum holds all but one of them.',
            zh: 'ksize 从 3 增大到 31，耗时也随之增长：每个像素都要累加 ksize 个值，而相邻的和已经包含了其中除一个以外的全部。',
          },
          {
            from: 11,
            en: 'A window of 31 has 107 times the values of one of 3: the work per pixel grows with ksize², for each window is added up afresh.',
            zh: 'ksize 从 3 到 31，窗口内的值是 107 倍：每个窗口都从头累加，每个像素的工作量随 ksize² 增长。',
          },
        ],
      },
    },
    fast: {
      en: 'A running sum: add what enters and subtract what leaves, down the columns and then along the rows. That is four operations a pixel for any ksize; an integral image is another way.',
      zh: '滑动求和：加上进入窗口的，减去离开的，先沿列、再沿行。无论 ksize 多大，每个像素只需四次运算；也可以用积分图。',
      cards: ['mean-filter/running-sum', 'mean-filter/cost-per-pixel'],
    },
    lean: {
      en: 'Do not hold all windows at once: a sliding window view costs nothing, but a copy of it, or one in another dtype, holds ksize² values a pixel. Running sums hold one number a pixel.',
      zh: '不要把所有窗口同时放进内存：滑动窗口视图本身不占内存，但一复制或转换类型，每个像素就要 ksize² 个值；滑动求和每个像素只需一个数。',
      cards: ['mean-filter/running-sum'],
    },
  },
  rules,
})
