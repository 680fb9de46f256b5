import type { Random } from '../../../../src/core/random.ts'
import { draw, f64, type Nd } from '../../../../src/kit/arrays.ts'
import { defineGrader } from '../../../../src/kit/define-grader.ts'
import { outerSum } from './reference.ts'

export const grader = defineGrader<readonly [Nd<'f64'>], number>({
  reference: outerSum,
  cases: [{ name: { en: 'two values', zh: '两个值' }, args: [f64([2], [1, 2])] }],
  random: (random) => values(random, random.int(0, 9)),
  randomCases: 3,
  comparison: { kind: 'close', rtol: 1e-9, atol: 1e-9, why: 'sums in any order' },
  performance: {
    memory: {
      'N 1000 -> 5000': {
        small: (random) => values(random, 1000),
        large: (random) => values(random, 5000),
      },
    },
  },
  mutants: [],
})

function values(random: Random, length: number): readonly [Nd<'f64'>] {
  return [
    f64(
      [length],
      draw([length], () => random.real()),
    ),
  ]
}
