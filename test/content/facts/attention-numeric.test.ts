import { normal, pairs, range, softmax } from './arithmetic.ts'
import { checkNumericCards, checkWrongWays, type Drawn } from './check-numeric.ts'
import { numbersIn, productCost } from './layer-cost.ts'
import { outputSize } from './sliding-window.ts'

checkNumericCards('attention', {
  'attention/two-key-weight': ({ a, b, d }) => firstWeight(a / Math.sqrt(d), b / Math.sqrt(d)),
  'attention/multihead-params': multiHeadWeights,
  'attention/mask-causal-pairs': ({ n }) =>
    pairs(range(n), range(n)).filter(([query, key]) => key <= query).length,
  'attention/position-sinusoid-value': sineByTurning,
  'attention/vit-score-entries': ({ s, p }) => {
    const tokens = outputSize(s, { kernel: p, stride: p }) ** 2 + 1
    return numbersIn([tokens, tokens])
  },
  'attention/kv-cache-size': cacheMebibytes,
  // The terms themselves, then divided by the largest one.
  'attention/online-numeric': ({ m, s, x }) => (s * Math.exp(m) + Math.exp(x)) / Math.exp(x),
  'attention/cost-share': quadraticShare,
  'attention-variants/local-p-gaussian': ({ D, p, s }) => normal(s - p, D / 2) / normal(0, D / 2),
  'attention-variants/local-pairs': ({ T, r }) =>
    pairs(range(T), range(T)).filter(([query, key]) => Math.abs(query - key) <= r).length,
  'attention-variants/gumbel-numeric': ({ a, b, g, h, t }) => firstWeight((a + g) / t, (b + h) / t),
})

checkWrongWays('attention', {
  // A Gaussian as wide as the window.
  'attention-variants/local-p-gaussian': ({ u }) => [Math.exp(-(u ** 2) / 8), Math.exp(-(u ** 2))],
  // Without the clipping, and looking back alone.
  'attention-variants/local-pairs': ({ T, r }) => [T * (2 * r + 1), T * (r + 1) - (r * (r + 1)) / 2],
  // Without the noise, and times the temperature.
  'attention-variants/gumbel-numeric': ({ a, b, g, h, t }) => [
    1 / (1 + Math.exp((b - a) / t)),
    1 / (1 + Math.exp((b + h - a - g) * t)),
  ],
  // Not scaled, and by the dimension.
  'attention/two-key-weight': ({ d, a, b }) => [1 / (1 + Math.exp(b - a)), 1 / (1 + Math.exp((b - a) / d))],
  'attention/multihead-params': ({ d, h }) => [3 * d ** 2, 4 * h * d ** 2],
  'attention/mask-causal-pairs': ({ n }) => [(n * (n - 1)) / 2, n ** 2],
  'attention/position-sinusoid-value': ({ d, i, p }) => [Math.cos(p / 10000 ** ((2 * i) / d))],
  // Without the class token.
  'attention/vit-score-entries': ({ s, p }) => [(s / p) ** 4],
  // The keys alone, and numbers for bytes: either is half of it.
  'attention/kv-cache-size': ({ l, g, t }) => [(2 * l * g * 128 * t) / 2 ** 20],
  // The old sum left as it was, and the factor upside down.
  'attention/online-numeric': ({ m, s, x }) => [s + 1, s * Math.exp(x - m) + 1, s + Math.exp(x - m)],
})

function firstWeight(first: number, second: number): number {
  return softmax([first, second])[0] ?? Number.NaN
}

function multiHeadWeights({ d, h }: Drawn): number {
  const width = d / h
  const projections = range(h).flatMap(() => [
    [d, width],
    [d, width],
    [d, width],
  ])
  return numbersIn(...projections, [h * width, d])
}

/** Frequencies fall by the same factor from pair to pair; a pair turns by its frequency at each position. */
function sineByTurning({ d, i, p }: Drawn): number {
  const frequency = range(i).reduce((value) => value / 10_000 ** (2 / d), 1)
  let [sine, cosine] = [0, 1]
  for (let position = 0; position < p; position++) {
    ;[sine, cosine] = [
      sine * Math.cos(frequency) + cosine * Math.sin(frequency),
      cosine * Math.cos(frequency) - sine * Math.sin(frequency),
    ]
  }
  return sine
}

function cacheMebibytes({ l, g, t }: Drawn): number {
  const tensors = range(l).flatMap(() => [
    [g, t, 128],
    [g, t, 128],
  ])
  return (numbersIn(...tensors) * Uint16Array.BYTES_PER_ELEMENT) / 1024 / 1024
}

function quadraticShare({ n, d }: Drawn): number {
  const projections = 4 * productCost(n, d, d)
  const quadratic = productCost(n, d, n) + productCost(n, n, d)
  return (100 * quadratic) / (projections + quadratic)
}
