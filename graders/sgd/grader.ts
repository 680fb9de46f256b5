import { defineGrader, drawSteps, f32, optimiserCases, optimiserRelations, optimiserTraits } from '#kit'
import { sgd } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: sgd,
  examples: [[f32([2], [1, -2]), f32([2, 2], [1, 0, -0.5, 0]), 0.1, 0.5]],
  cases: [
    [
      { en: "the statement's example", zh: '题面中的示例' },
      f32([2], [1, -2]),
      f32([2, 2], [1, 0, -0.5, 0]),
      0.1,
      0.5,
    ],
    ...optimiserCases([0.1, 0]),
    ...optimiserCases([0.1, 0.5], { en: 'with decay', zh: '带衰减' }),
    [
      { en: 'decay alone, four steps', zh: '只有衰减，4 步' },
      f32([3], [8, -4, 0]),
      f32([4, 3], 0),
      0.0625,
      1,
    ],
    [{ en: 'a hundred steps', zh: '100 步' }, f32([2], [1, -1]), f32([100, 2], Math.sin), 0.01, 0.5],
  ],
  random: (random) => [
    ...drawSteps(random),
    random.pick([1e-3, 0.01, 0.1]),
    random.pick([0, 1e-4, 0.01, 0.1, 0.5, 1]),
  ],
  relations: optimiserRelations(sgd),
  tolerance: {
    rtol: 2e-5,
    atol: 2e-5,
    why: 'f32 rounds the parameters by 6e-8 of their size at each of up to 100 steps. They move by at most 1 a step, and what has moved far and come back has lost 1e-5.',
  },
  performance: {
    lean: {
      en: 'Keep one array of P numbers that every step overwrites; a list of the parameters of all steps has T times as many.',
      zh: '只需一个长为 P 的数组，每一步覆盖即可；把每一步的参数都存下来，就要 T 倍的内存。',
      cards: ['sgd/update-sign'],
    },
  },
  rules,
  traits: [
    ...optimiserTraits(),
    { text: { en: 'weightDecay is not 0', zh: 'weightDecay 不为 0' }, holds: (...args) => args[3] > 0 },
    { text: { en: 'a parameter is 0', zh: '有参数为 0' }, holds: ({ data }) => data.includes(0) },
  ],
})
