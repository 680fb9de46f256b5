import {
  defineGrader,
  drawImage,
  f32,
  imageCases,
  imageRelations,
  imageTraits,
  type Random,
  uniformNoise,
} from '#kit'
import { gaussianFilter } from './reference.ts'
import { rules } from './rules.ts'

const noise = (ksize: number) => (random: Random) =>
  [uniformNoise(random, [256, 256], 255), ksize, 1 + 5 * random.real()] as const

export const grader = defineGrader({
  reference: gaussianFilter,
  examples: [[f32([3, 3], [10, 20, 30, 40, 250, 60, 70, 80, 90]), 3, 1]],
  cases: [
    ...imageCases(3, 0.8),
    [{ en: 'ksize 1 changes nothing', zh: 'ksize 为 1，结果不变' }, f32([2, 3], [3, 1, -4, 1, 5, 9]), 1, 2],
    [
      { en: 'ksize far larger than the image', zh: 'ksize 远大于图像' },
      f32([2, 3], [3, 1, -4, 1, 5, 9]),
      9,
      3,
    ],
    [{ en: 'impulse, ksize 5', zh: '单个脉冲，ksize 5' }, f32([7, 7], (at) => (at === 24 ? 100 : 0)), 5, 1.1],
  ],
  random: (random) => [drawImage(random), 2 * random.int(0, 3) + 1, 0.4 + 2 * random.real()],
  settle: (random, image, ksize, sigma) => [image, Math.min(ksize, 2 * random.int(0, 4) + 1), sigma],
  relations: imageRelations<[number, number]>(),
  tolerance: {
    rtol: 1e-5,
    atol: 1e-3,
    why: 'f32 arithmetic on values of up to 255 rounds by 1.5e-5 at each of up to 961 steps, which mostly cancels: a right f32 program is off by about 3e-4.',
  },
  performance: {
    ratio: noise(25),
    growth: {
      'ksize 5 -> 25': {
        small: noise(5),
        large: noise(25),
        causes: [
          {
            from: 8,
            en: 'A window of 25 has 5 times the rows of one of 5, and 25 times the values: two passes of a 1-D kernel cost about 5 times as much, one pass of the 2-D kernel about 25 times.',
            zh: 'ksize 从 5 到 25，窗口的行数是 5 倍，值的个数是 25 倍：用一维核做两遍，耗时约为 5 倍；用二维核做一遍，约为 25 倍。',
          },
        ],
      },
    },
    fast: {
      en: 'The Gaussian is separable: filter the rows with a 1-D kernel and then the columns, 2 ksize multiplications a pixel instead of ksize². In NumPy add ksize shifted slices for each axis.',
      zh: '高斯核可分离：用一维核先滤波各行、再滤波各列，每个像素只需 2 ksize 次乘法，而不是 ksize² 次。用 NumPy 时，每个轴把 ksize 个错位切片相加即可。',
      cards: ['gaussian-filter/separable-why', 'gaussian-filter/separable-saving'],
    },
    lean: {
      en: 'Do not hold all windows at once: a product of windows and kernel holds ksize² values a pixel. Two images, one for each pass, are enough.',
      zh: '不要把所有窗口同时放进内存：窗口与核相乘的结果每个像素有 ksize² 个值。两遍各存一幅图像就够了。',
      cards: ['gaussian-filter/steps'],
    },
  },
  rules,
  traits: [
    ...imageTraits(),
    {
      text: { en: 'the window is larger than the image', zh: '窗口大于图像' },
      holds: ({ shape }, ksize) => ksize > Math.min(...shape),
    },
    { text: { en: 'ksize is larger than 3', zh: 'ksize 大于 3' }, holds: (_, ksize) => ksize > 3 },
  ],
})
