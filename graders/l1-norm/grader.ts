import { defineGrader, drawVector, f64, NORM_CASES, NORM_RELATIONS, NORM_TRAITS } from '#kit'
import { l1Norm } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: l1Norm,
  examples: [[f64([3], [3, -4, 0])]],
  cases: [...NORM_CASES, [{ en: 'both ends of the range', zh: '范围的两端' }, f64([2], [-1e6, 1e6])]],
  random: (random) => [drawVector(random, 10 ** random.int(-4, 4))],
  relations: NORM_RELATIONS,
  tolerance: {
    rtol: 1e-12,
    atol: 0,
    why: 'A sum of 256 magnitudes in double precision is off by 3e-14 of its size at most, in whatever order.',
  },
  performance: {
    lean: {
      en: 'The sum is one number; no array of absolute values needs to be held.',
      zh: '和只是一个数，不需要另存一个绝对值数组。',
      cards: ['norms/l1'],
    },
  },
  rules,
  traits: NORM_TRAITS,
})
