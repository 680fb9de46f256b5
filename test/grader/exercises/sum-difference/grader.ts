import { defineGrader, f64 } from '#kit'
import { sumDifference } from './reference.ts'

export const grader = defineGrader({
  reference: sumDifference,
  cases: [[{ en: 'two numbers', zh: '两个数' }, f64([2], [1, 2]), f64([2], [3, 0.5])]],
  random: (random) => [f64([3], random.normal), f64([3], random.normal)],
  randomCases: 5,
  tolerance: { rtol: 1e-9, atol: 1e-9, why: 'one sum' },
})
