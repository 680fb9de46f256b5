import { defineGrader, POOLING_LEAN, poolingParts } from '#kit'
import { avgPool2d } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  ...poolingParts(avgPool2d),
  reference: avgPool2d,
  tolerance: {
    rtol: 1e-5,
    atol: 1e-4,
    why: 'in f32 a sum of 256 values of up to 100 is rounded by at most 8e-4 at each step, and its mean, a 256th of it, by about 1e-5.',
  },
  performance: { lean: POOLING_LEAN },
  rules,
})
