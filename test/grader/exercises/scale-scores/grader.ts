import { draw, f64, type Nd } from '../../../../src/kit/arrays.ts'
import { defineGrader } from '../../../../src/kit/define-grader.ts'
import { type Options, type Scaled, scaleScores } from './reference.ts'

export const grader = defineGrader<readonly [Nd<'f64'>, Options], Scaled>({
  reference: scaleScores,
  cases: [
    {
      name: { en: 'no score', zh: '没有分数' },
      args: [f64([0], []), { power: 1, negate: false, name: 'none' }],
    },
    {
      name: { en: 'squares', zh: '平方' },
      args: [f64([3], [1, -2, 3]), { power: 2, negate: false, name: 'tiny' }],
    },
    {
      name: { en: 'unknown score', zh: '未知分数' },
      args: [f64([4], [Number.NaN, 1, -0, 2]), { power: 1, negate: true, name: '零' }],
    },
  ],
  random: (random) => {
    const shape = [random.int(1, 20)]
    const scores = f64(
      shape,
      draw(shape, () => random.normal()),
    )
    return [scores, { power: random.int(1, 3), negate: random.real() < 0.5, name: 'random' }]
  },
  randomCases: 12,
  comparison: { kind: 'close', rtol: 1e-9, atol: 1e-9, why: 'sums in any order' },
  performance: {
    ratio: (random) => [
      f64(
        [4000],
        draw([4000], () => random.normal()),
      ),
      { power: 2, negate: false, name: 'ratio' },
    ],
    growth: {
      'scores 1000 -> 4000': {
        small: (random) => [
          f64(
            [1000],
            draw([1000], () => random.normal()),
          ),
          { power: 2, negate: false, name: 'small' },
        ],
        large: (random) => [
          f64(
            [4000],
            draw([4000], () => random.normal()),
          ),
          { power: 2, negate: false, name: 'large' },
        ],
      },
    },
  },
  mutants: [
    {
      id: 'sign-forgotten',
      message: { en: 'Your output equals the scores without the sign.', zh: '你的输出没有取负号。' },
      cards: ['scores/sign'],
      run: (scores, options) => scaleScores(scores, { ...options, negate: false }),
    },
    {
      id: 'first-power',
      message: { en: 'Your output equals the scores without their power.', zh: '你的输出没有求幂。' },
      cards: ['scores/power'],
      run: (scores, options) => scaleScores(scores, { ...options, power: 1 }),
    },
  ],
  traits: [
    { text: { en: 'there is a score', zh: '有分数' }, holds: ({ data }) => data.length > 0 },
    { text: { en: 'negate is true', zh: 'negate 为真' }, holds: (_, { negate }) => negate },
  ],
})
