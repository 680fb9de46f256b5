import {
  adaptiveCases,
  defineGrader,
  drawSteps,
  f32,
  isLargeEps,
  LARGE_EPS,
  optimiserCases,
  optimiserRelations,
  optimiserTraits,
} from '#kit'
import { rmsprop } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: rmsprop,
  examples: [[f32([1], 1), f32([2, 1], [1, -0.5]), 0.1, 0.9, 1e-8]],
  cases: [
    ...optimiserCases([0.1, 0.9, 1e-8]),
    ...adaptiveCases((lr, eps) => [lr, 0.9, eps]),
    [
      { en: 'alpha 0: each step is as long as lr', zh: 'alpha 为 0：每步长度都是 lr' },
      f32([2], [1, 2]),
      f32([2, 2], [1, -2, 3, 4]),
      0.1,
      0,
      1e-8,
    ],
  ],
  random: (random) => [
    ...drawSteps(random),
    random.pick([1e-3, 0.01, 0.1]),
    random.pick([0.5, 0.8, 0.9, 0.95, 0.99]),
    random.pick([1e-8, 1e-8, 1e-6, 1e-3, 0.1]),
  ],
  relations: optimiserRelations(rmsprop, ['squareAvg']),
  tolerance: {
    rtol: 5e-5,
    atol: 5e-5,
    why: 'f32 has 0.99 to 3e-8, so that 1 - alpha is off by 3e-6 of its size and steps by half of that: of the way of at most 20 this makes 3e-5. All other rounding leaves 1e-5.',
  },
  performance: {
    lean: {
      en: 'The state is one array of P numbers that every step overwrites; a list of the averages of all steps has T times as many.',
      zh: '状态只是一个长为 P 的数组，每一步覆盖即可；把每一步的平均值都存下来，就要 T 倍的内存。',
      cards: ['rmsprop/recursion'],
    },
  },
  rules,
  traits: [...optimiserTraits(), { text: LARGE_EPS, holds: (...args) => isLargeEps(args[4]) }],
})
