import { defineGrader, POOLING_LEAN, poolingParts } from '#kit'
import { maxPool2d } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  ...poolingParts(maxPool2d),
  reference: maxPool2d,
  tolerance: { rtol: 0, atol: 0, why: 'a maximum is one of the values' },
  performance: { lean: POOLING_LEAN },
  rules,
})
