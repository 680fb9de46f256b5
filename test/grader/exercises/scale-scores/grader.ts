import { defineGrader, defineRules, f64, type Random } from '#kit'
import { type Options, scaleScores } from './reference.ts'

/** Quick to draw, and of a power that takes its time: else drawing inputs would be most of the work of a measurement. */
const measured = (length: number, name: string) => (random: Random) =>
  [f64([length], random.real), { power: 7, negate: false, name }] as const

export const grader = defineGrader({
  reference: scaleScores,
  cases: [
    [{ en: 'no score', zh: '没有分数' }, f64([0], []), { power: 1, negate: false, name: 'none' }],
    [{ en: 'squares', zh: '平方' }, f64([3], [1, -2, 3]), { power: 2, negate: false, name: 'tiny' }],
    [
      { en: 'unknown score', zh: '未知分数' },
      f64([4], [Number.NaN, 1, -0, 2]),
      { power: 1, negate: true, name: '零' },
    ],
  ],
  random: (random) => {
    const scores = f64([random.int(1, 20)], random.normal)
    return [scores, { power: random.int(1, 3), negate: random.real() < 0.5, name: 'random' }]
  },
  randomCases: 12,
  tolerance: { rtol: 1e-9, atol: 1e-9, why: 'sums in any order' },
  performance: {
    ratio: measured(4000, 'ratio'),
    growth: {
      'scores 1000 -> 4000': {
        small: measured(1000, 'small'),
        large: measured(4000, 'large'),
        causes: [
          { from: 8, en: 'Each score is compared with all others.', zh: '每个分数都与其余所有分数比较。' },
        ],
      },
    },
  },
  rules: defineRules(scaledWith, {
    negate: {
      'sign-forgotten': {
        en: 'the scores without the sign',
        zh: '没有取负号的分数',
        cards: ['scores/sign'],
        choice: false,
      },
    },
    power: {
      'first-power': {
        en: 'the scores without the power',
        zh: '没有求幂的分数',
        cards: ['scores/power'],
        choice: 1,
      },
    },
  }),
  traits: [
    { text: { en: 'there is a score', zh: '有分数' }, holds: ({ data }) => data.length > 0 },
    { text: { en: 'negate is true', zh: 'negate 为真' }, holds: (_, { negate }) => negate },
  ],
})

function scaledWith(changed: Partial<Options>): typeof scaleScores {
  return (scores, options) => scaleScores(scores, { ...options, ...changed })
}
