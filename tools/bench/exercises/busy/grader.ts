import { draw, f64, type Nd } from '../../../../src/kit/arrays.ts'
import { defineGrader } from '../../../../src/kit/define-grader.ts'
import { busy } from './reference.ts'

const SHAPE = [64]
const ROUNDS = 2000

export const grader = defineGrader<readonly [Nd<'f64'>, number], number>({
  reference: busy,
  cases: [{ name: { en: 'one round', zh: '一轮' }, args: [f64([2], [1, 2]), 1] }],
  random: (random) => [f64(SHAPE, draw(SHAPE, random.real)), random.int(0, 9)],
  randomCases: 1,
  comparison: { kind: 'close', rtol: 1e-9, atol: 0, why: 'sums in any order' },
  performance: { ratio: (random) => [f64(SHAPE, draw(SHAPE, random.real)), ROUNDS] },
  mutants: [],
})
