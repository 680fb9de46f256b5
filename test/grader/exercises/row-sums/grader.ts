import { defineGrader, defineRules, f64, u8 } from '#kit'
import { rowSums } from './reference.ts'

/** All inputs are random and large: what is shown of a failure is what the judge has made of them. */
export const grader = defineGrader({
  reference: rowSums,
  cases: [],
  random: (random) => {
    const [height, width] = [random.int(6, 12), random.int(6, 12)]
    return [
      u8([height, width], () => random.int(1, 255)),
      f64([width], random.normal),
      { power: random.int(2, 3), name: 'random', negate: random.real() < 0.5 },
    ]
  },
  randomCases: 8,
  valid: ({ shape: [height = 0, width = 0] }, _weights, { power }) => height > 0 && width > 0 && power > 0,
  tolerance: { rtol: 1e-9, atol: 1e-6, why: 'sums in any order' },
  rules: defineRules(weighted, {
    weight: {
      unweighted: { en: 'the sums without weights', zh: '没有加权的和', cards: [], choice: () => 1 },
    },
  }),
})

function weighted({ weight = (given) => given }: Choices): typeof rowSums {
  return (image, weights, options) => rowSums(image, { ...weights, data: weights.data.map(weight) }, options)
}

interface Choices {
  readonly weight?: (given: number) => number
}
