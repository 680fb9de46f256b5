import { defineGrader, f64, fewer, type Nd, otherOrder, type Random, reordered } from '#kit'
import { klDivergence } from './reference.ts'
import { rules } from './rules.ts'

/** Of probabilities that are not 0; after normalising, far above what the statement promises. */
const SMALLEST = 1e-6

export const grader = defineGrader({
  reference: klDivergence,
  examples: [
    [f64([3], [0.5, 0.5, 0]), f64([3], [0.25, 0.5, 0.25])],
    [f64([2], [0.5, 0.5]), f64([2], [1, 0])],
  ],
  cases: [
    [{ en: 'the same distribution', zh: '两个分布相同' }, f64([2], [0.25, 0.75]), f64([2], [0.25, 0.75])],
    [{ en: 'a certain outcome', zh: '必然的结果' }, f64([1], [1]), f64([1], [1])],
    [{ en: 'p certain', zh: 'p 为 one-hot' }, f64([2], [1, 0]), f64([2], [0.984375, 0.015625])],
    [{ en: 'q certain, and wrong', zh: 'q 为 one-hot，且猜错' }, f64([2], [1, 0]), f64([2], [0, 1])],
    [
      { en: 'an outcome that neither has', zh: '两者都为 0 的结果' },
      f64([3], [0.25, 0, 0.75]),
      f64([3], [0.75, 0, 0.25]),
    ],
    [
      { en: 'an outcome that q hardly has', zh: 'q 中概率极小的结果' },
      f64([2], [0.5, 0.5]),
      f64([2], [1 - 2 ** -36, 2 ** -36]),
    ],
    [
      { en: 'against the uniform one', zh: '与均匀分布相比' },
      f64([4], [0.5, 0.25, 0.125, 0.125]),
      f64([4], 0.25),
    ],
  ],
  random: drawPair,
  settle: (_random, p, q) => [distribution(p), distribution(q)],
  valid: (p, q) => isDistribution(p) && isDistribution(q),
  shrink: function* (p, q) {
    for (const kept of fewer([...p.data.keys()])) {
      if (kept.length > 0) yield [distribution(reordered(p, 0, kept)), distribution(reordered(q, 0, kept))]
    }
  },
  relations: [
    {
      name: { en: 'outcomes in another order', zh: '结果次序打乱' },
      change(random, p, q) {
        const order = otherOrder(random, p.data.length)
        return { args: [reordered(p, 0, order), reordered(q, 0, order)] }
      },
    },
    {
      name: { en: 'an impossible outcome more', zh: '多一个不可能的结果' },
      change: (_, p, q) => ({ args: [withZero(p), withZero(q)] }),
    },
  ],
  tolerance: {
    rtol: 1e-11,
    atol: 1e-13,
    why: 'Each of 64 terms is off by 1e-16 of its size or of p, and all terms together are far below 100; where they cancel, that is all there is.',
  },
  performance: {
    lean: {
      en: 'The sum is one number; no array of logarithms needs to be held.',
      zh: '和只是一个数，不需要另存一个对数数组。',
      cards: ['cross-entropy/kl'],
    },
  },
  rules,
  traits: [
    { text: { en: 'a probability of p is 0', zh: 'p 中有概率为 0' }, holds: ({ data }) => data.includes(0) },
    {
      text: { en: 'a probability of q is 0', zh: 'q 中有概率为 0' },
      holds: (_, { data }) => data.includes(0),
    },
    {
      text: { en: 'p has an outcome that q rules out', zh: 'p 有 q 认为不可能的结果' },
      holds: (p, q) => p.data.some((x, i) => x > 0 && q.data[i] === 0),
    },
  ],
})

/** Half of the time q has all that p has. */
function drawPair(random: Random): readonly [Nd<'f64'>, Nd<'f64'>] {
  const size = random.int(1, 12)
  const [density, hasAll] = [random.pick([1, 0.6]), random.real() < 0.5]
  const mass = () => (random.real() < density ? -Math.log(1 - random.real()) : 0)
  const p = f64([size], mass)
  const q = f64([size], (at) => (hasAll && (p.data[at] ?? 0) > 0 ? 0.01 + random.real() : mass()))
  return [distribution(p), distribution(q)]
}

/** Numbers in their proportions; of nothing the uniform one. */
function distribution({ shape, data }: Nd<'f64'>): Nd<'f64'> {
  const kept = data.map((x) => (x < SMALLEST ? 0 : x))
  const total = kept.reduce((sum, x) => sum + x, 0)
  return f64(shape, (at) => (total === 0 ? 1 / data.length : (kept[at] ?? 0) / total))
}

function isDistribution({ data }: Nd<'f64'>): boolean {
  const total = data.reduce((sum, x) => sum + x, 0)
  return Math.abs(total - 1) <= 1e-12 && data.every((x) => x === 0 || x >= 1e-12)
}

function withZero({ data }: Nd<'f64'>): Nd<'f64'> {
  return f64([data.length + 1], [...data, 0])
}
