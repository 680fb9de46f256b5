import { defineGrader, greyFilter, greyNoise, INVERTED_GREYS, type Random, u8 } from '#kit'
import { medianFilter } from './reference.ts'
import { rules } from './rules.ts'

const noise = (size: number, ksize: number) => (random: Random) =>
  [greyNoise(random, size, size), ksize] as const

const { cases, relations, ...shared } = greyFilter()

export const grader = defineGrader({
  ...shared,
  reference: medianFilter,
  examples: [[u8([3, 3], [10, 20, 30, 40, 250, 60, 70, 80, 90]), 3]],
  cases: [
    ...cases,
    [{ en: 'one white pixel, ksize 255', zh: '单个白色像素，ksize 255' }, u8([1, 1], 255), 255],
  ],
  relations: [...relations, INVERTED_GREYS],
  performance: {
    ratio: noise(128, 25),
    growth: {
      'ksize 5 -> 25': {
        small: noise(128, 5),
        large: noise(128, 25),
        causes: [
          {
            from: 8,
            en: 'A window of 25 has 5 times the rows of one of 5, and 25 times the values. More than 5 times the time means that values are read again which the neighbouring window has read already; work per pixel that grows with ksize² costs about 25 times as much, and to sort each window still more.',
            zh: 'ksize 从 5 到 25，窗口的行数是 5 倍，值的个数是 25 倍。耗时超过 5 倍，说明重复读取了相邻窗口已经读过的值；若每个像素的工作量随 ksize² 增长，耗时约为 25 倍；对每个窗口排序还会更多。',
          },
        ],
      },
    },
    fast: {
      en: 'A histogram that slides along the row: a step takes out one column and adds one, 2 ksize updates a pixel instead of sorting ksize² values. In NumPy count, for each grey level, how many values of every window exceed it: cumulative sums do that for any ksize.',
      zh: '沿行滑动的直方图：每一步去掉一列、加入一列，每个像素只更新 2 ksize 次，不必对 ksize² 个值排序。用 NumPy 时，对每个灰度级统计各窗口中大于它的值的个数，用累加和即可，代价与 ksize 无关。',
      cards: ['median-filter/huang-idea', 'median-filter/huang-updates'],
    },
    lean: {
      en: 'Do not hold all windows at once: the median of a sliding window view copies it, ksize² values a pixel. One histogram of 256 counters holds a window; in NumPy one count for each pixel and grey level at a time is enough.',
      zh: '不要把所有窗口同时放进内存：对滑动窗口视图求中值会复制它，每个像素 ksize² 个值。一个 256 个计数器的直方图就能表示一个窗口；用 NumPy 时一次只处理一个灰度级，每个像素一个计数即可。',
      cards: ['median-filter/huang-idea'],
    },
  },
  rules,
})
