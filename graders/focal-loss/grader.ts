import {
  binaryBatchCases,
  binaryBatchRelations,
  binaryBatchTraits,
  defineGrader,
  drawBinaryBatch,
  f32,
} from '#kit'
import { focalLoss } from './reference.ts'
import { rules } from './rules.ts'

const PAPER = [0.25, 2] as const

export const grader = defineGrader({
  reference: focalLoss,
  examples: [[f32([2], [0, 2]), f32([2], [1, 0]), ...PAPER]],
  cases: [
    ...binaryBatchCases(...PAPER),
    [
      { en: 'the example of the statement', zh: '题目中的示例' },
      f32([2], [0, 2]),
      f32([2], [1, 0]),
      ...PAPER,
    ],
    [{ en: 'no weighting', zh: '不加权' }, f32([2], [1, 2]), f32([2], [1, 0]), -1, 2],
    [
      { en: 'alpha 0, a positive and a negative', zh: 'alpha 为 0，一正一负' },
      f32([2], [-1, 1]),
      f32([2], [1, 0]),
      0,
      2,
    ],
    [
      { en: 'gamma 0, right beyond all doubt', zh: 'gamma 为 0，完全确信且正确' },
      f32([2], [1000, -1000]),
      f32([2], [1, 0]),
      0.5,
      0,
    ],
    [
      { en: 'gamma 1, wrong and right beyond all doubt', zh: 'gamma 为 1，完全确信，一错一对' },
      f32([2], [-1000, -1000]),
      f32([2], [1, 0]),
      0.5,
      1,
    ],
  ],
  random: (random) => [
    ...drawBinaryBatch(random, () => random.pick([0, 0, 1])),
    random.pick([0.25, 0.25, 0.5, 0.9, -1]),
    random.pick([0, 1, 1.5, 2, 2, 3, 5]),
  ],
  // torchvision's own gradient is NaN for a gamma between 0 and 1 where a probability has been rounded to 0 or 1.
  settle: (_random, logits, targets, alpha, gamma) => [
    logits,
    targets,
    alpha,
    gamma < 1 ? Math.round(gamma) : gamma,
  ],
  valid: (_logits, _targets, _alpha, gamma) => gamma === 0 || gamma >= 1,
  relations: binaryBatchRelations(focalLoss, ([alpha, gamma]): [number, number] => [
    alpha < 0 ? alpha : 1 - alpha,
    gamma,
  ]),
  tolerance: {
    rtol: 1e-5,
    atol: 2e-6,
    why: 'f32 has a probability to 6e-8, so that the factor is off by up to 5 times that and the gradient, where gamma p_t (-ln p_t) adds up to 2, by 1e-6; a loss near 1000 is good to 1e-6 of its size.',
  },
  rules,
  traits: [
    ...binaryBatchTraits(),
    { text: { en: 'alpha is negative', zh: 'alpha 为负' }, holds: (_, __, alpha) => alpha < 0 },
    { text: { en: 'gamma is 0', zh: 'gamma 为 0' }, holds: (...args) => args[3] === 0 },
    { text: { en: 'gamma is not 2', zh: 'gamma 不是 2' }, holds: (...args) => args[3] !== 2 },
  ],
})
