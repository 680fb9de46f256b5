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
import { crossEntropy } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: crossEntropy,
  examples: [[f32([2, 2], [0, 0, 2, 0]), i32([2], [0, 1])]],
  cases: classBatchCases(),
  random: drawClassBatch,
  settle: (_random, logits, labels) => [logits, labelsBelow(logits, labels)],
  valid: areLabelsBelow,
  relations: classBatchRelations(crossEntropy, (before, change) => ({
    ...before,
    grad: change(before.grad),
  })),
  tolerance: {
    rtol: 1e-5,
    atol: 5e-5,
    why: 'f32 holds a log-sum-exp near 1000 to 3e-5, and with it the loss and each probability; a sum of 64 losses in f32 is good to 4e-6 of its size.',
  },
  rules,
  traits: classBatchTraits(),
})
