import {
  defineGrader,
  drawSteps,
  f32,
  manySteps,
  type Nd,
  optimiserCases,
  optimiserRelations,
  optimiserTraits,
} from '#kit'
import { adam } from './reference.ts'
import { rules } from './rules.ts'

const DEFAULTS = [0.9, 0.999, 1e-8] as const

/** The largest step with which the parameters stay near. */
const reach = ({ shape: [steps = 0] }: Nd<'f32'>) => 3 / steps

export const grader = defineGrader({
  reference: adam,
  examples: [[f32([1], 1), f32([2, 1], [1, -0.5]), 0.1, ...DEFAULTS]],
  cases: [
    ...optimiserCases([0.1, ...DEFAULTS]),
    [
      { en: 'two parameters, two steps', zh: '2 个参数，2 步' },
      f32([2], [1, -2]),
      f32([2, 2], [1, 2, -1, 4]),
      0.01,
      ...DEFAULTS,
    ],
    [{ en: 'large eps', zh: '较大的 eps' }, f32([2], 0), f32([2, 2], [1, -3, 1, 2]), 0.1, 0.9, 0.99, 0.5],
    [
      { en: 'gradients as small as eps', zh: '梯度小到与 eps 相当' },
      f32([2], [1, 2]),
      f32([3, 2], [1e-8, 1e-4, 2e-8, -1e-4, 1e-8, 3e-4]),
      0.01,
      ...DEFAULTS,
    ],
    [
      { en: 'betas of 0', zh: '两个 beta 均为 0' },
      f32([2], [1, 2]),
      f32([2, 2], [1, -2, 3, 4]),
      0.1,
      0,
      0,
      1e-8,
    ],
    [{ en: 'a hundred steps', zh: '100 步' }, f32([1], 0), f32([100, 1], Math.sin), 0.01, ...DEFAULTS],
  ],
  random: (random) => [
    ...drawSteps(random),
    random.pick([1e-3, 0.01, 0.1]),
    random.pick([0.5, 0.8, 0.9, 0.95]),
    random.pick([0.7, 0.98, 0.99, 0.999]),
    random.pick([1e-8, 1e-8, 1e-6, 1e-3, 0.1]),
  ],
  // What f32 makes of 1 - beta adds up with the steps: further, it would be more than the tolerance allows.
  settle: (_random, params, grads, lr, ...rest) => [params, grads, Math.min(lr, reach(grads)), ...rest],
  valid: (_params, grads, lr) => lr <= reach(grads),
  relations: optimiserRelations(adam, ['v']),
  tolerance: {
    rtol: 5e-5,
    atol: 5e-5,
    why: 'f32 has 0.999 to 3e-8, so that 1 - beta is off by 3e-5 of its size: v by as much, and where the correction is exact each of as many steps as move by 3 by half of it. All other rounding leaves 1e-6.',
  },
  performance: {
    ratio: (random) => [...manySteps(random, 40), 1e-3, ...DEFAULTS],
    fast: {
      en: 'Work on whole rows: a step is a few array operations in NumPy, one loop over typed arrays or vectors elsewhere. Compute 1 - beta^t once a step, and keep the state in plain arrays, not in one object for each parameter.',
      zh: '对整行运算：用 NumPy 时一步只是几次数组运算，其他语言用一个循环遍历类型化数组或 vector。1 - beta^t 每步只算一次；状态放在普通数组里，不要为每个参数建一个对象。',
      cards: ['adam/step-order', 'adam/memory'],
    },
    lean: {
      en: 'The state is two arrays of P numbers that every step overwrites; a list of the states of all steps has T times as many.',
      zh: '状态只是两个长为 P 的数组，每一步覆盖即可；把每一步的状态都存下来，就要 T 倍的内存。',
      cards: ['adam/memory'],
    },
  },
  rules,
  traits: [
    ...optimiserTraits(),
    { text: { en: 'eps is 0.001 or more', zh: 'eps 不小于 0.001' }, holds: (...args) => args[5] >= 1e-3 },
  ],
})
