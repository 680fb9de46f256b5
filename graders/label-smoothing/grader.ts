import {
  areLabelsBelow,
  classBatchCases,
  classBatchRelations,
  classBatchTraits,
  defineGrader,
  drawClassBatch,
  f32,
  i32,
  labelsBelow,
} from '#kit'
import { labelSmoothing } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: labelSmoothing,
  examples: [[f32([2, 4], [2, 0, 0, 0, 0, 0, 0, 0]), i32([2], [0, 1]), 0.2]],
  cases: [
    ...classBatchCases(0.1),
    [{ en: 'epsilon 0', zh: 'epsilon 为 0' }, f32([2, 3], [1, 2, -1, 0, 0.5, 3]), i32([2], [0, 2]), 0],
    [{ en: 'epsilon 1', zh: 'epsilon 为 1' }, f32([2, 3], [1, 2, -1, 0, 0.5, 3]), i32([2], [0, 2]), 1],
    [
      { en: 'epsilon 0, a class 2000 below', zh: 'epsilon 为 0，有一类低 2000' },
      f32([1, 2], [1000, -1000]),
      i32([1], 0),
      0,
    ],
  ],
  random: (random) => [...drawClassBatch(random), random.pick([0, 0.1, 0.1, 0.2, 0.5, 1])],
  settle: (_random, logits, labels, epsilon) => [logits, labelsBelow(logits, labels), epsilon],
  valid: areLabelsBelow,
  relations: classBatchRelations(labelSmoothing, (before) => before),
  tolerance: {
    rtol: 1e-5,
    atol: 1e-3,
    why: 'f32 adds up 32 logits near 1000 to 0.02, their mean to 7e-4; the log-sum-exp and the right logit it holds to 3e-5 each.',
  },
  rules,
  traits: [
    ...classBatchTraits(),
    { text: { en: 'epsilon is above 0', zh: 'epsilon 大于 0' }, holds: (_, __, epsilon) => epsilon > 0 },
    { text: { en: 'epsilon is 0', zh: 'epsilon 为 0' }, holds: (_, __, epsilon) => epsilon === 0 },
    {
      text: { en: 'there are more than two classes', zh: '类别多于 2 个' },
      holds: ({ shape: [, classes = 0] }) => classes > 2,
    },
  ],
})
