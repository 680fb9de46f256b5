import type { Random } from '../../src/core/random.ts'
import { draw, f32, type Nd, uniformNoise } from '../../src/kit/arrays.ts'
import { defineGrader } from '../../src/kit/define-grader.ts'
import { type AdamArgs, mutants } from './mutants.ts'
import { type AdamState, adam } from './reference.ts'

const DEFAULTS = [0.9, 0.999, 1e-8] as const

export const grader = defineGrader<AdamArgs, AdamState>({
  reference: adam,
  cases: [
    {
      name: { en: 'one parameter, one step', zh: '1 个参数，1 步' },
      args: [f32([1], [1]), f32([1, 1], [0.5]), 0.1, ...DEFAULTS],
    },
    {
      name: { en: 'one parameter, two steps', zh: '1 个参数，2 步' },
      args: [f32([1], [1]), f32([2, 1], [1, -0.5]), 0.1, ...DEFAULTS],
    },
    {
      name: { en: 'two parameters, two steps', zh: '2 个参数，2 步' },
      args: [f32([2], [1, -2]), f32([2, 2], [1, 2, -1, 4]), 0.01, ...DEFAULTS],
    },
    {
      name: { en: 'large eps', zh: '较大的 eps' },
      args: [f32([2], [0, 0]), f32([2, 2], [1, -3, 1, 2]), 0.1, 0.9, 0.99, 0.5],
    },
    {
      name: { en: 'gradients as small as eps', zh: '梯度小到与 eps 相当' },
      args: [f32([2], [1, 2]), smallGrads(), 0.01, ...DEFAULTS],
    },
    {
      name: { en: 'no gradient at all', zh: '梯度全为 0' },
      args: [f32([2], [1, -1]), f32([2, 2], [0, 0, 0, 0]), 0.1, ...DEFAULTS],
    },
    {
      name: { en: 'gradient from the third step on', zh: '第 3 步才出现梯度' },
      args: [f32([1], [1]), lateGrads(), 0.1, ...DEFAULTS],
    },
    { name: { en: 'no step', zh: '0 步' }, args: [f32([3], [1, 2, 3]), f32([0, 3], []), 0.1, ...DEFAULTS] },
    {
      name: { en: 'betas of 0', zh: '两个 beta 均为 0' },
      args: [f32([2], [1, 2]), f32([2, 2], [1, -2, 3, 4]), 0.1, 0, 0, 1e-8],
    },
    {
      name: { en: 'large constant gradient', zh: '恒定的大梯度' },
      args: [f32([1], [5]), f32([4, 1], Array(4).fill(1e4)), 0.1, ...DEFAULTS],
    },
  ],
  random: (random) => {
    const [size, steps] = [random.int(1, 12), random.pick([1, 2, 3, 5, 10, 30])]
    const params = f32([size], draw([size], random.normal))
    const [beta1, beta2] = [random.pick([0.5, 0.8, 0.9, 0.95]), random.pick([0.7, 0.98, 0.99, 0.999])]
    const eps = random.pick([1e-8, 1e-8, 1e-6, 1e-3, 0.1])
    return [params, randomGrads(random, [steps, size]), random.pick([1e-3, 0.01, 0.1]), beta1, beta2, eps]
  },
  randomCases: 30,
  // Larger steps, or an eps below f32's reach, would leave more of the rounding than the tolerance allows.
  valid: (_params, _grads, lr, beta1, beta2, eps) =>
    lr > 0 &&
    lr <= 0.1 &&
    beta1 >= 0 &&
    beta1 <= 0.95 &&
    beta2 >= 0 &&
    beta2 < 1 &&
    eps >= 1e-8 &&
    eps <= 0.5,
  comparison: {
    kind: 'close',
    rtol: 1e-5,
    atol: 2e-6,
    why: 'f32 state rounds by 6e-8 of its size at each of up to 30 steps, and so does every update; values are of order 1, so cancellation leaves up to 1e-6.',
  },
  performance: {
    ratio: (random) => [
      uniformNoise(random, [10_000], 1),
      uniformNoise(random, [40, 10_000], 1),
      1e-3,
      ...DEFAULTS,
    ],
  },
  mutants,
  traits: [
    {
      text: { en: 'there is more than one step', zh: '步数大于 1' },
      holds: (_, { shape: [steps = 0] }) => steps > 1,
    },
    {
      text: { en: 'there is more than one parameter', zh: '参数多于 1 个' },
      holds: ({ data }) => data.length > 1,
    },
    {
      text: { en: 'a gradient is zero', zh: '有梯度为零' },
      holds: (_, { data }) => data.includes(0),
    },
    { text: { en: 'eps is 0.001 or more', zh: 'eps 不小于 0.001' }, holds: (...args) => args[5] >= 1e-3 },
  ],
})

function smallGrads(): Nd<'f32'> {
  return f32([3, 2], [1e-8, 1e-4, 2e-8, -1e-4, 1e-8, 3e-4])
}

function lateGrads(): Nd<'f32'> {
  return f32([5, 1], [0, 0, 1, 0, 0])
}

/** Of order 1 or far smaller, where eps counts; or mostly zero, as an embedding's are. */
function randomGrads(random: Random, shape: readonly number[]): Nd<'f32'> {
  const scale = random.pick([1, 1, 1e-2, 1e-4])
  const density = random.pick([1, 1, 0.3])
  return f32(
    shape,
    draw(shape, () => (random.real() < density ? scale * random.normal() : 0)),
  )
}
