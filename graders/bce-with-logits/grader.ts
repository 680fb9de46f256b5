import {
  binaryBatchCases,
  binaryBatchRelations,
  binaryBatchTraits,
  defineGrader,
  drawBinaryBatch,
  f32,
} from '#kit'
import { bceWithLogits } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: bceWithLogits,
  examples: [[f32([3], [0, 2, -1]), f32([3], [1, 0, 0.25])]],
  cases: [
    ...binaryBatchCases(),
    [{ en: 'a target of one half', zh: '目标为 0.5' }, f32([1], 3), f32([1], 0.5)],
    [
      { en: 'targets between 0 and 1', zh: '目标介于 0 和 1 之间' },
      f32([3], [1, -2, 0.5]),
      f32([3], [0.25, 0.75, 0.875]),
    ],
    [
      { en: 'a soft target at 1000', zh: 'logit 为 1000，软目标' },
      f32([2], [1000, -1000]),
      f32([2], [0.75, 0.75]),
    ],
  ],
  random(random) {
    // Multiples of 1/64: 1 less one of them is another, without rounding.
    const target = random.pick([() => random.pick([0, 1]), () => random.int(0, 64) / 64])
    return drawBinaryBatch(random, target)
  },
  relations: binaryBatchRelations(bceWithLogits, (): [] => []),
  tolerance: {
    rtol: 1e-5,
    atol: 1e-4,
    why: 'f32 has x t near 1000 to 3e-5, which stays where it is taken off an x of nearly the same size.',
  },
  rules,
  traits: [
    ...binaryBatchTraits(),
    {
      text: { en: 'a target is between 0 and 1', zh: '有目标介于 0 和 1 之间' },
      holds: (_, { data }) => data.some((target) => target > 0 && target < 1),
    },
  ],
})
