import { defineGrader, f64 } from '#kit'
import { takeStep } from './reference.ts'

export const grader = defineGrader({
  reference: takeStep,
  cases: [[{ en: 'two scores', zh: '两个分数' }, f64([2], [1, 2]), { stepSize: 0.5 }]],
  random: (random) => [f64([random.int(1, 4)], random.normal), { stepSize: random.normal() }],
  randomCases: 3,
  tolerance: { rtol: 1e-9, atol: 1e-9, why: 'one sum' },
})
