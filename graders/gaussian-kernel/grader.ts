import { defineGrader } from '#kit'
import { gaussianKernel } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: gaussianKernel,
  examples: [[3, 1]],
  cases: [
    [{ en: 'ksize 1: one weight', zh: 'ksize 为 1：只有一个权重' }, 1, 2],
    [{ en: 'nearly flat', zh: '几乎是平的' }, 3, 10],
    [{ en: 'nearly an impulse', zh: '几乎是单个脉冲' }, 5, 0.25],
    [{ en: 'the sigma that cv2 would make from ksize 5', zh: 'cv2 由 ksize 5 推算出的 sigma' }, 5, 1.1],
  ],
  random: (random) => [2 * random.int(0, 6) + 1, 0.3 + 3 * random.real()],
  tolerance: {
    rtol: 1e-9,
    atol: 1e-12,
    why: 'sums of at most 4000 weights in f64, in any order, are off by 1e-12 of themselves; single precision is off by 1e-7.',
  },
  rules,
  traits: [
    { text: { en: 'ksize is larger than 3', zh: 'ksize 大于 3' }, holds: (ksize) => ksize > 3 },
    { text: { en: 'sigma is less than 1', zh: 'sigma 小于 1' }, holds: (_, sigma) => sigma < 1 },
    {
      text: { en: 'sigma is not a whole number', zh: 'sigma 不是整数' },
      holds: (_, sigma) => sigma % 1 !== 0,
    },
  ],
})
