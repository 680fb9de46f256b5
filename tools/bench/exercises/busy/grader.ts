import { defineGrader, f64, type Random } from '#kit'
import { busy } from './reference.ts'

const values = (random: Random) => f64([64], random.real)
const ROUNDS = 2000

export const grader = defineGrader({
  reference: busy,
  cases: [[{ en: 'one round', zh: '一轮' }, f64([2], [1, 2]), 1]],
  random: (random) => [values(random), random.int(0, 9)],
  randomCases: 1,
  tolerance: { rtol: 1e-9, atol: 0, why: 'sums in any order' },
  performance: { ratio: (random) => [values(random), ROUNDS] },
})
