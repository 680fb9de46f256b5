import { defineGrader, drawImage, f32, imageCases, imageRelations, imageTraits } from '#kit'
import { bilateralFilter } from './reference.ts'
import { rules } from './rules.ts'

const small = f32([2, 3], [3, 1, -4, 1, 5, 9])

export const grader = defineGrader({
  reference: bilateralFilter,
  examples: [[f32([3, 3], [10, 20, 30, 40, 250, 60, 70, 80, 90]), 1, 30, 1]],
  cases: [
    ...imageCases(1, 40, 1),
    [{ en: 'radius 0 changes nothing', zh: 'radius 为 0，结果不变' }, small, 0, 5, 1],
    [{ en: 'the window is far larger than the image', zh: '窗口远大于图像' }, small, 8, 4, 2],
    [
      { en: 'the corners of the square count', zh: '正方形的四角也要计入' },
      f32([5, 5], (at) => (at % 4 === 0 && at % 24 === 0 ? 40 : 10)),
      2,
      60,
      5,
    ],
    [
      { en: 'any two values are alike', zh: '任何两个值都算相近' },
      f32([3, 3], (at) => at ** 2),
      1,
      1000,
      0.8,
    ],
    [{ en: 'no two values are alike', zh: '任何两个值都不相近' }, f32([3, 3], (at) => 30 * at), 2, 1, 5],
  ],
  random: (random) => [
    drawImage(random),
    random.int(0, 3),
    10 + 100 * random.real(),
    0.5 + 2 * random.real(),
  ],
  settle: (random, image, radius, ...sigmas) => [image, Math.min(radius, random.int(0, 3)), ...sigmas],
  relations: imageRelations<[number, number, number]>(),
  tolerance: {
    rtol: 1e-5,
    atol: 2e-3,
    why: 'f32 arithmetic on values of up to 255 rounds by 1.5e-5 at each of up to 289 steps, and moves weights by 1e-6 of themselves.',
  },
  rules,
  traits: [
    ...imageTraits(),
    {
      text: { en: 'the window is larger than the image', zh: '窗口大于图像' },
      holds: ({ shape }, radius) => 2 * radius + 1 > Math.min(...shape),
    },
    { text: { en: 'radius is larger than 1', zh: 'radius 大于 1' }, holds: (_, radius) => radius > 1 },
  ],
})
