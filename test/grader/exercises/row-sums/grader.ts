import { draw, f64, type Nd, u8 } from '../../../../src/kit/arrays.ts'
import { defineGrader } from '../../../../src/kit/define-grader.ts'
import { type Options, rowSums } from './reference.ts'

export type RowSumsArgs = readonly [image: Nd<'u8'>, weights: Nd<'f64'>, options: Options]

/** All inputs are random and large: what is shown of a failure is what the judge has made of them. */
export const grader = defineGrader<RowSumsArgs, Nd<'f64'>>({
  reference: rowSums,
  cases: [],
  random: (random) => {
    const [height, width] = [random.int(6, 12), random.int(6, 12)]
    return [
      u8(
        [height, width],
        draw([height, width], () => random.int(1, 255)),
      ),
      f64(
        [width],
        draw([width], () => random.normal()),
      ),
      { power: random.int(2, 3), name: 'random', negate: random.real() < 0.5 },
    ]
  },
  randomCases: 8,
  valid: ({ shape: [height = 0, width = 0] }, _weights, { power }) => height > 0 && width > 0 && power > 0,
  comparison: { kind: 'close', rtol: 1e-9, atol: 1e-6, why: 'sums in any order' },
  mutants: [
    {
      id: 'unweighted',
      message: { en: 'Your output equals the sums without weights.', zh: '你的输出等于没有加权的和。' },
      cards: [],
      run: (image, weights, options) =>
        rowSums(image, { ...weights, data: weights.data.map(() => 1) }, options),
    },
  ],
})
