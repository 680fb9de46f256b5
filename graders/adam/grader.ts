import {
  ADAM_DEFAULTS,
  ADAM_LEAN,
  ADAM_TOLERANCE,
  adaptiveCases,
  defineGrader,
  drawAdamSettings,
  drawSteps,
  f32,
  isLargeEps,
  LARGE_EPS,
  manySteps,
  nearbyRate,
  optimiserCases,
  optimiserRelations,
  optimiserTraits,
  staysNear,
} from '#kit'
import { adam } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: adam,
  examples: [[f32([1], 1), f32([2, 1], [1, -0.5]), 0.1, ...ADAM_DEFAULTS]],
  cases: [
    ...optimiserCases([0.1, ...ADAM_DEFAULTS]),
    ...adaptiveCases((lr, eps) => [lr, 0.9, 0.999, eps]),
    [
      { en: 'betas of 0', zh: '两个 beta 均为 0' },
      f32([2], [1, 2]),
      f32([2, 2], [1, -2, 3, 4]),
      0.1,
      0,
      0,
      1e-8,
    ],
  ],
  random: (random) => [...drawSteps(random), ...drawAdamSettings(random)],
  settle: (_random, params, grads, lr, ...rest) => [params, grads, Math.min(lr, nearbyRate(grads)), ...rest],
  valid: (params, grads, lr, beta1, beta2, eps) =>
    lr <= nearbyRate(grads) && staysNear([params, grads], { lr, beta1, beta2, eps }),
  relations: optimiserRelations(adam, ['v']),
  tolerance: ADAM_TOLERANCE,
  performance: {
    ratio: (random) => [...manySteps(random, 40), 1e-3, ...ADAM_DEFAULTS],
    fast: {
      en: 'Work on whole rows: a step is a few array operations in NumPy, one loop over typed arrays or vectors elsewhere. Compute 1 - beta^t once a step, and keep the state in plain arrays, not in one object for each parameter.',
      zh: '对整行运算：用 NumPy 时一步只是几次数组运算，其他语言用一个循环遍历类型化数组或 vector。1 - beta^t 每步只算一次；状态放在普通数组里，不要为每个参数建一个对象。',
      cards: ['adam/step-order', 'adam/memory'],
    },
    lean: ADAM_LEAN,
  },
  rules,
  traits: [...optimiserTraits(), { text: LARGE_EPS, holds: (...args) => isLargeEps(args[5]) }],
})
