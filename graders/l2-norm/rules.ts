import { defineRules, type NormChoices, normWith, otherNorms } from '#kit'

/** The mistakes people make in the L2 norm; the plain formula is that of a widely copied set of notes. */
export const rules = defineRules(l2With, {
  scaled: {
    'squares-not-scaled': {
      en: 'the root of the plain sum of squares: Infinity where squares overflow, 0 where they underflow',
      zh: '未经缩放的平方和的平方根：平方上溢时为 Infinity，下溢时为 0',
      cards: ['norms/overflow'],
      choice: (x, made) => made(sumOfSquares(x, 1), 1),
    },
    'not-scaled-back': {
      en: 'the norm of x divided by its largest magnitude; multiply by it again',
      zh: 'x 除以最大绝对值之后的范数；还要再乘回来',
      cards: ['norms/overflow'],
      choice: (x, made) => (largest(x) === 0 ? 0 : made(sumOfSquares(x, largest(x)), 1)),
    },
    'scaled-back-inside': {
      en: 'a norm whose scale is multiplied back under the root; it belongs outside',
      zh: '把缩放系数乘回到根号里的范数；应乘在根号外',
      cards: ['norms/overflow'],
      choice: (x, made) => (largest(x) === 0 ? 0 : made(largest(x) * sumOfSquares(x, largest(x)), 1)),
    },
    'scaled-by-largest-value': {
      en: 'a norm scaled by the largest value instead of the largest magnitude: negative or lost where negative numbers prevail',
      zh: '按最大值（而不是最大绝对值）缩放的范数：负数占优时结果为负，或算不出来',
      cards: ['norms/overflow', 'norms/l-inf'],
      choice: (x, made) => {
        const most = Math.max(...x)
        return x.length === 0 || most === 0 ? 0 : made(sumOfSquares(x, most), most)
      },
    },
    // As the reference; below 1e-308 a square has so few digits that it is another one.
    'scaled-by-largest': {
      choice: (x, made) => (largest(x) === 0 ? 0 : made(sumOfSquares(x, largest(x)), largest(x))),
    },
    'epsilon-8': epsilonAdded(1e-8),
    'epsilon-12': epsilonAdded(1e-12),
  },
  zeros: {
    'zeros-divided': {
      en: 'NaN for a vector of zeros: scaled by 0 it is 0 / 0, and its norm is 0',
      zh: 'NaN（零向量时）：按 0 缩放得 0 / 0，而它的范数应为 0',
      cards: ['norms/overflow-zero'],
      choice: Number.NaN,
    },
  },
  made: {
    'sum-of-squares': {
      en: 'the sum of the squares: the root is missing',
      zh: '平方和：漏了开平方',
      cards: ['norms/lp'],
      choice: () => (sum, scale) => scale ** 2 * sum,
    },
    'root-mean-square': {
      en: 'the root mean square; the norm is the root of the sum',
      zh: '均方根；范数是平方和（不是平方的平均）再开方',
      cards: ['norms/lp'],
      choice: (length) => (sum, scale) => (length === 0 ? 0 : scale * Math.sqrt(sum / length)),
    },
  },
  ...otherNorms('l1-norm', 'maximum-norm', 'count-of-non-zeros'),
})

interface Choices extends NormChoices {
  readonly scaled?: (x: readonly number[], made: Made) => number
  /** Where all are 0. */
  readonly zeros?: number
  readonly made?: (length: number) => Made
}

/** Of the sum of the squares of x / scale. */
type Made = (sum: number, scale: number) => number

/** Scaled by a power of two, which rounds nothing. */
function l2With({ scaled = byPowerOfTwo, zeros = 0, made = () => root, ...choices }: Choices) {
  const isZero = (x: readonly number[]) => x.length > 0 && largest(x) === 0
  return normWith((x) => (isZero(x) ? zeros : scaled(x, made(x.length))), choices)
}

function byPowerOfTwo(x: readonly number[], made: Made): number {
  const scale = 2 ** Math.floor(Math.log2(largest(x) || 1))
  return made(sumOfSquares(x, scale), scale)
}

function root(sum: number, scale: number): number {
  return scale * Math.sqrt(sum)
}

function epsilonAdded(eps: number) {
  return {
    en: `a norm scaled by the largest magnitude plus ${eps}, against a division by 0: wrong for small vectors`,
    zh: `为避免除以 0，按最大绝对值加 ${eps} 缩放的范数：小向量会算错`,
    cards: ['norms/overflow-zero'],
    choice: (x: readonly number[], made: Made) => made(sumOfSquares(x, largest(x) + eps), largest(x)),
  }
}

function largest(x: readonly number[]): number {
  return Math.max(0, ...x.map(Math.abs))
}

function sumOfSquares(x: readonly number[], scale: number): number {
  return x.reduce((sum, value) => sum + (value / scale) ** 2, 0)
}
