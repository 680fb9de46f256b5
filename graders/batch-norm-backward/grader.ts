import { defineGrader, drawChannels, f32, type Nd, otherOrder, reordered } from '#kit'
import { type BatchNormGradients, batchNormBackward } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: batchNormBackward,
  examples: [[f32([4, 1], [1, 0, 0, 1]), f32([4, 1], [0, 0, 0, 4]), f32([1], 2), 1]],
  cases: [
    [
      { en: 'a gradient at one sample alone', zh: '只有一个样本有梯度' },
      f32([4, 1], [1, 0, 0, 0]),
      f32([4, 1], [1, 3, 5, 7]),
      f32([1], 1),
      1e-3,
    ],
    [
      { en: 'the same gradient everywhere', zh: '梯度处处相同' },
      f32([4, 1], 1),
      f32([4, 1], [1, -2, 5, 3]),
      f32([1], 1.5),
      1e-3,
    ],
    [
      { en: 'a gradient along the normalised x', zh: '梯度与归一化后的 x 成正比' },
      f32([4, 1], [-3, -1, 1, 3]),
      f32([4, 1], [1, 3, 5, 7]),
      f32([1], 2),
      1e-3,
    ],
    [
      { en: 'all values equal', zh: '所有值相等' },
      f32([5, 1], [1, -1, 2, 0, 0.5]),
      f32([5, 1], 3),
      f32([1], 0.5),
      0.01,
    ],
    [
      { en: 'two features of different spread', zh: '2 个特征，离散程度不同' },
      f32([4, 2], [1, -1, 0, 2, 3, 0, -2, 1]),
      f32([4, 2], [0.5, -8, 0.25, 8, 0.75, 4, 0.5, -2]),
      f32([2], [1, -1]),
      0.1,
    ],
    [
      { en: 'values close together near 8', zh: '数值集中在 8 附近' },
      f32([5, 1], [1, -1, 2, 0, -2]),
      f32([5, 1], [7.890625, 7.90625, 7.921875, 7.890625, 7.9375]),
      f32([1], 1),
      1e-3,
    ],
    [
      { en: 'gamma is 0', zh: 'gamma 为 0' },
      f32([4, 1], [1, 2, -1, 0]),
      f32([4, 1], [0, 1, 2, -1]),
      f32([1], 0),
      1e-3,
    ],
  ],
  random: (random) => {
    const [samples, features] = [random.int(4, 9), random.int(1, 4)]
    const { data } = drawChannels(random, [samples, features, 1, 1])
    const gradient = () => Math.max(-4, Math.min(4, random.normal()))
    return [
      f32([samples, features], gradient),
      f32([samples, features], data),
      f32([features], () => random.pick([1, 1 + random.normal() / 4])),
      random.pick([1e-3, 1e-3, 0.01, 0.1, 1]),
    ]
  },
  relations: [
    {
      name: { en: 'samples in another order', zh: '样本次序打乱' },
      change(random, gradOut, x, ...rest) {
        const order = otherOrder(random, x.shape[0] ?? 0)
        return {
          args: [reordered(gradOut, 0, order), reordered(x, 0, order), ...rest],
          answer: (before) => ({ ...before, x: reordered(before.x, 0, order) }),
        }
      },
    },
    {
      name: { en: 'gradients of the other sign', zh: '梯度全部变号' },
      change: (_, gradOut, ...rest) => ({ args: [negated(gradOut), ...rest], answer: allNegated }),
    },
  ],
  tolerance: {
    rtol: 1e-5,
    atol: 5e-4,
    why: 'f32 has a mean near 8 to 5e-7; where the deviation is no more than the root of an eps of 1e-3 it counts 32 times in the normalised x, and 32 times again in the gradient.',
  },
  rules,
  traits: [
    {
      text: { en: 'there is more than one feature', zh: '特征多于 1 个' },
      holds: (_, { shape: [, features = 0] }) => features > 1,
    },
    {
      text: { en: 'a gamma is not 1', zh: '有 gamma 不等于 1' },
      holds: (_, __, { data }) => data.some((g) => g !== 1),
    },
    { text: { en: 'eps is 0.1 or more', zh: 'eps 不小于 0.1' }, holds: (...args) => args[3] >= 0.1 },
  ],
})

function allNegated({ x, gamma, beta }: BatchNormGradients): BatchNormGradients {
  return { x: negated(x), gamma: negated(gamma), beta: negated(beta) }
}

function negated({ shape, data }: Nd<'f32'>): Nd<'f32'> {
  return f32(shape, (at) => -(data[at] ?? 0))
}
