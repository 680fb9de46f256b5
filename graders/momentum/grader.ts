import { defineGrader, drawSteps, f32, optimiserCases, optimiserRelations, optimiserTraits } from '#kit'
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
  rules,
  traits: [
    ...optimiserTraits(),
    { text: { en: 'nesterov is true', zh: 'nesterov 为真' }, holds: (...args) => args[4] },
    { text: { en: 'nesterov is false', zh: 'nesterov 为假' }, holds: (...args) => !args[4] },
  ],
})
