import { integral, pairs, range, root, softmax, sum } from './arithmetic.ts'
import { checkNumericCards, checkWrongWays, type Drawn } from './check-numeric.ts'

checkNumericCards('training', {
  'contrastive/triplet': hingeOfPoints,
  'contrastive/info-nce-chance': ({ k }) => -Math.log(softmax(range(k + 1).map(() => 0))[0] ?? Number.NaN),

  'efficiency/training-memory': ({ p }) => {
    const [half, single] = [Uint16Array.BYTES_PER_ELEMENT, Float32Array.BYTES_PER_ELEMENT]
    return sum([half, half, single, single, single].map((bytes) => bytes * p))
  },
  'efficiency/affine-quantise': nearestCode,

  'evaluation/auc-list': orderedPairs,
  // Bayes' rule in odds.
  'evaluation/precision-prevalence': ({ t, f, p }) => {
    const odds = (p / (100 - p)) * (t / f)
    return odds / (1 + odds)
  },

  'initialisation/variance-depth': ({ l, n, s }) =>
    Math.sqrt(range(l).reduce((variance) => n * s * s * variance, 1)),
  // k * k * c inputs, half of whose power a ReLU lets through, sum to a variance of 1.
  'initialisation/he-std': ({ k, c }) => root((deviation) => (k * k * c * deviation ** 2) / 2 - 1, 0, 2),
  // The bound whose uniform distribution has Glorot's variance.
  'initialisation/glorot-bound': ({ i, o }) =>
    root((bound) => bound * bound * varianceOfUniform() - 2 / (i + o), 0, 1),

  'normalisation/group-count': numbersInOneMean,
  'normalisation/rms': ({ a, b, c }) => (a * Math.sqrt(3)) / Math.hypot(a, b, c),

  // Kept with this value, and 0 otherwise, the unit has its activation on average.
  'regularisation/inverted-dropout': ({ p, a }) => root((kept) => (1 - p) * kept + p * 0 - a, 0, 100),
  'regularisation/cutmix-label': ({ n, w, h }) => {
    const isOfA = ([y, x]: readonly [number, number]) => y >= h || x >= w
    return pairs(range(n), range(n)).filter(isOfA).length / (n * n)
  },

  'schedules/restarts': epochsUntilRestart,
  'schedules/lion-step': ({ d, w, m, g }) => {
    const direction = m + (1 - 0.9) * (g - m) > 0 ? 1 : -1
    return w - 0.01 * direction - 0.01 * d * w
  },
  'schedules/lion-memory': ({ p }) => {
    const state = (averages: number) => averages * Float32Array.BYTES_PER_ELEMENT * p
    return state(2) - state(1)
  },
})

checkWrongWays('training', {
  // The chance to be dropped, and the scale of evaluation.
  'regularisation/inverted-dropout': ({ p, a }) => [a / p, a * (1 - p), a],
  // Cycles of equal length.
  'schedules/restarts': ({ t, r }) => [t * r],
  // Without the decay, and with a decay that the rate does not scale.
  'schedules/lion-step': ({ d, w, c }) => [w - 0.01 * Math.sign(c), w - 0.01 * Math.sign(c) - d * w],
  // The channels alone, fan-out, and Glorot's variance for a linear unit.
  'initialisation/he-std': ({ k, c, o }) => [
    Math.sqrt(2 / c),
    Math.sqrt(2 / (k * k * o)),
    Math.sqrt(1 / (k * k * c)),
  ],
  // One layer alone, and variances in place of deviations.
  'initialisation/variance-depth': ({ l, n, s }) => [Math.sqrt(n) * s, (n * s * s) ** l, (n * s) ** l],
  // Over the batch, too.
  'normalisation/group-count': ({ g, c, n, s }) => [(n * c * s * s) / g, c * s * s],
  'contrastive/triplet': ({ m, p, n }) => [Math.max(n - p + m, 0)],
  'contrastive/info-nce-chance': ({ k }) => [Math.log(k)],
  'evaluation/auc-list': ({ a, b, c }) => [(a + b + c - 6) / 9],
  // As if both classes were equally frequent.
  'evaluation/precision-prevalence': ({ t, f }) => [t / (t + f)],
  'initialisation/glorot-bound': ({ i, o }) => [Math.sqrt(2 / (i + o)), Math.sqrt(6 / i)],
  // By the length, and of LayerNorm.
  'normalisation/rms': ({ a, b, c }) => {
    const mean = (a + b + c) / 3
    return [a / Math.hypot(a, b, c), (a - mean) / Math.sqrt((a * a + b * b + c * c) / 3 - mean ** 2)]
  },
  'regularisation/cutmix-label': ({ n, w, h }) => [(w * h) / n ** 2],
  'schedules/lion-memory': ({ p }) => [8 * p],
})

/** The anchor at the origin, the other two at their distances from it. */
function hingeOfPoints({ m, p, n }: Drawn): number {
  const [toPositive, toNegative] = [Math.hypot(0.6 * p, 0.8 * p), Math.hypot(0, -n)]
  const violation = toPositive + m - toNegative
  return Math.max(violation, 0)
}

/** The code whose real value lies nearest. */
function nearestCode({ s, z, x }: Drawn): number {
  const distance = (code: number) => Math.abs(s * (code - z) - x)
  return range(256).reduce((best, code) => (distance(code) < distance(best) ? code : best))
}

function orderedPairs({ a, b, c }: Drawn): number {
  const positives = [a, b, c]
  const negatives = range(6)
    .map((at) => at + 1)
    .filter((place) => !positives.includes(place))
  const all = pairs(positives, negatives)
  return all.filter(([positive, negative]) => positive < negative).length / all.length
}

/** Between -1 and 1. */
function varianceOfUniform(): number {
  return integral((x) => x ** 2 / 2, -1, 1, 1000)
}

/** How many entries of the batch share sample 0 and group 0. */
function numbersInOneMean({ g, c, n, s }: Drawn): number {
  const channels = range(c).filter((channel) => Math.floor(channel / (c / g)) === 0)
  const entries = range(n)
    .flatMap((sample) => channels.map(() => sample))
    .filter((sample) => sample === 0)
  return sum(entries.map(() => s * s))
}

function epochsUntilRestart({ t, m, r }: Drawn): number {
  let [epoch, cycle] = [0, t]
  for (let restart = 0; restart < r; restart++) {
    epoch += cycle
    cycle *= m
  }
  return epoch
}
