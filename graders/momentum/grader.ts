import {
  defineGrader,
  drawSteps,
  f32,
  manySteps,
  optimiserCases,
  optimiserRelations,
  optimiserTraits,
} from '#kit'
import { momentum } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: momentum,
  examples: [
    [f32([1], 1), f32([2, 1], [1, -0.5]), 0.1, 0.9, false],
    [f32([1], 1), f32([2, 1], [1, -0.5]), 0.1, 0.9, true],
  ],
  cases: [
    ...optimiserCases([0.1, 0.9, false]),
    ...optimiserCases([0.1, 0.9, true], { en: 'Nesterov', zh: 'Nesterov' }),
    [
      { en: 'two parameters, three steps', zh: '2 个参数，3 步' },
      f32([2], [1, -2]),
      f32([3, 2], [1, 2, -1, 4, 0, 0]),
      0.01,
      0.5,
      true,
    ],
    [
      { en: 'mu 0 is plain SGD', zh: 'mu 为 0，即普通 SGD' },
      f32([2], [1, 2]),
      f32([2, 2], [1, -2, 3, 4]),
      0.1,
      0,
      false,
    ],
    [
      { en: 'mu 1 never forgets', zh: 'mu 为 1，速度不衰减' },
      f32([1], 0),
      f32([4, 1], [1, 1, -1, 2]),
      0.1,
      1,
      false,
    ],
  ],
  random: (random) => [
    ...drawSteps(random),
    random.pick([1e-3, 0.01, 0.1]),
    random.pick([0.5, 0.8, 0.9, 0.95, 0.99]),
    random.pick([false, true]),
  ],
  relations: optimiserRelations(momentum),
  tolerance: {
    rtol: 1e-5,
    atol: 1e-5,
    why: 'f32 state rounds by 6e-8 of its size at each of up to 30 steps; velocities reach about 30, so cancellation leaves up to 1e-5.',
  },
  performance: {
    ratio: (random) => [...manySteps(random, 40), 1e-3, 0.9, random.pick([false, true])],
    fast: {
      en: 'Work on whole rows: a step is two array operations in NumPy, one loop over typed arrays or vectors elsewhere. Keep the velocity in one array, not in an object or a dictionary for each parameter.',
      zh: '对整行运算：用 NumPy 时一步只是两次数组运算，其他语言用一个循环遍历类型化数组或 vector。速度放在一个数组里，不要为每个参数建对象或字典。',
      cards: ['momentum/pytorch-form'],
    },
    lean: {
      en: 'The velocity is one array of P numbers that every step overwrites; a list of the velocities of all steps has T times as many.',
      zh: '速度只是一个长为 P 的数组，每一步覆盖即可；把每一步的速度都存下来，就要 T 倍的内存。',
      cards: ['momentum/two-steps'],
    },
  },
  rules,
  traits: [
    ...optimiserTraits(),
    { text: { en: 'nesterov is true', zh: 'nesterov 为真' }, holds: (...args) => args[4] },
    { text: { en: 'nesterov is false', zh: 'nesterov 为假' }, holds: (...args) => !args[4] },
  ],
})
