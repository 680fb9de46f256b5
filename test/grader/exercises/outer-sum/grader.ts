import { defineGrader, f64, type Random } from '#kit'
import { outerSum } from './reference.ts'

const values = (length: number) => (random: Random) => [f64([length], random.real)] as const

export const grader = defineGrader({
  reference: outerSum,
  cases: [[{ en: 'two values', zh: '两个值' }, f64([2], [1, 2])]],
  random: (random) => values(random.int(0, 9))(random),
  randomCases: 3,
  tolerance: { rtol: 1e-9, atol: 1e-9, why: 'sums in any order' },
  performance: {
    memory: {
      'N 1000 -> 5000': {
        small: values(1000),
        large: values(5000),
        causes: [
          { from: 3, en: 'more than the values', zh: '比输入更多' },
          { from: 15, en: 'all pairs at once', zh: '同时保存所有数对' },
        ],
      },
    },
    lean: { en: 'one row of pairs at a time', zh: '一次只处理一行', cards: ['sums/rows'] },
  },
})
