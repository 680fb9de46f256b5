import { draw, f32, uniformNoise } from '../../src/kit/arrays.ts'
import { defineGrader } from '../../src/kit/define-grader.ts'
import { type MomentumArgs, mutants } from './mutants.ts'
import { type MomentumState, momentum } from './reference.ts'

export const grader = defineGrader<MomentumArgs, MomentumState>({
  reference: momentum,
  cases: [
    {
      name: { en: 'one parameter, one step', zh: '1 个参数，1 步' },
      args: [f32([1], [1]), f32([1, 1], [0.5]), 0.1, 0.9, false],
    },
    {
      name: { en: 'one parameter, two steps', zh: '1 个参数，2 步' },
      args: [f32([1], [1]), f32([2, 1], [1, -0.5]), 0.1, 0.9, false],
    },
    {
      name: { en: 'one step, Nesterov', zh: '1 步，Nesterov' },
      args: [f32([1], [1]), f32([1, 1], [0.5]), 0.1, 0.9, true],
    },
    {
      name: { en: 'two steps, Nesterov', zh: '2 步，Nesterov' },
      args: [f32([1], [1]), f32([2, 1], [1, -0.5]), 0.1, 0.9, true],
    },
    {
      name: { en: 'two parameters, three steps', zh: '2 个参数，3 步' },
      args: [f32([2], [1, -2]), f32([3, 2], [1, 2, -1, 4, 0, 0]), 0.01, 0.5, true],
    },
    {
      name: { en: 'mu 0 is plain SGD', zh: 'mu 为 0，即普通 SGD' },
      args: [f32([2], [1, 2]), f32([2, 2], [1, -2, 3, 4]), 0.1, 0, false],
    },
    {
      name: { en: 'mu 1 never forgets', zh: 'mu 为 1，速度不衰减' },
      args: [f32([1], [0]), f32([4, 1], [1, 1, -1, 2]), 0.1, 1, false],
    },
    { name: { en: 'no step', zh: '0 步' }, args: [f32([3], [1, 2, 3]), f32([0, 3], []), 0.1, 0.9, false] },
    {
      name: { en: 'no gradient at all', zh: '梯度全为 0' },
      args: [f32([2], [1, -1]), f32([2, 2], [0, 0, 0, 0]), 0.1, 0.9, true],
    },
    {
      name: { en: 'gradient in the first step only', zh: '仅第 1 步有梯度' },
      args: [f32([1], [1]), f32([4, 1], [1, 0, 0, 0]), 0.1, 0.9, false],
    },
  ],
  random: (random) => {
    const [size, steps] = [random.int(1, 12), random.pick([1, 2, 3, 5, 10, 30])]
    const scale = random.pick([1, 1, 0.01])
    return [
      f32([size], draw([size], random.normal)),
      f32(
        [steps, size],
        draw([steps, size], () => scale * random.normal()),
      ),
      random.pick([1e-3, 0.01, 0.1]),
      random.pick([0.5, 0.8, 0.9, 0.95, 0.99]),
      random.pick([false, true]),
    ]
  },
  randomCases: 30,
  valid: (_params, _grads, lr, mu) => lr > 0 && lr <= 0.1 && mu >= 0 && mu <= 1,
  comparison: {
    kind: 'close',
    rtol: 1e-5,
    atol: 1e-5,
    why: 'f32 state rounds by 6e-8 of its size at each of up to 30 steps; velocities reach about 30, so cancellation leaves up to 1e-5.',
  },
  performance: {
    ratio: (random) => [
      uniformNoise(random, [10_000], 1),
      uniformNoise(random, [100, 10_000], 1),
      1e-3,
      0.9,
      random.pick([false, true]),
    ],
  },
  mutants,
  traits: [
    { text: { en: 'nesterov is true', zh: 'nesterov 为真' }, holds: (...args) => args[4] },
    { text: { en: 'nesterov is false', zh: 'nesterov 为假' }, holds: (...args) => !args[4] },
    {
      text: { en: 'there is more than one step', zh: '步数大于 1' },
      holds: (_, { shape: [steps = 0] }) => steps > 1,
    },
    {
      text: { en: 'there is more than one parameter', zh: '参数多于 1 个' },
      holds: ({ data }) => data.length > 1,
    },
  ],
})
