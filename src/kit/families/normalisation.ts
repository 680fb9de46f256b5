import type { Text } from '../../core/locale.ts'
import type { Random } from '../../core/random.ts'
import { f32 } from '../arrays.ts'
import type { Tolerance } from '../define-grader.ts'
import type { RuleTable } from '../rules.ts'
import type { Maps, MapsShape } from './feature-maps/maps.ts'

/*
 * What layers have in common that subtract a mean and divide by a deviation, whatever they take these over.
 * Their values are multiples of 1/64, so that f32 adds them up exactly: else the deviation of equal values
 * would be noise, and an eps of 1e-5 make 300 times as much of it.
 */

export const NORMALISING_TOLERANCE: Tolerance = {
  rtol: 1e-5,
  atol: 5e-4,
  why: 'f32 has a mean near 8 to 5e-7; where the deviation is no more than the root of an eps of 1e-5, it counts 316 times, and a gamma of 2 doubles that.',
}

/** Channels of any mean and spread, some of them constant, some with a spread of a thousandth of their mean. */
export function drawChannels(random: Random, shape: MapsShape): Maps {
  const [, channels] = shape
  const of = Array.from({ length: channels }, () => {
    if (random.real() < TIGHT_SHARE) return { mean: random.pick([-4, 4]) + 1 / 128, spread: 1 / 128 }
    const spread = random.pick([1, 1, 2.5, 1 / 16, 0])
    // Squares near 64 would not add up exactly, which shows where the spread is small.
    return { mean: random.pick(spread === 1 / 16 ? [0, 2] : [0, 0, 2, -5]) + random.normal(), spread }
  })
  const channelOf = channelAt({ shape })
  return f32(shape, (at) => {
    const { mean, spread } = of[channelOf(at)] ?? { mean: 0, spread: 1 }
    return onGrid(mean + spread * random.normal())
  })
}

const TIGHT_SHARE = 1 / 6

/** The channel of a place in reading order. */
export function channelAt({ shape }: Pick<Maps, 'shape'>): (at: number) => number {
  const [, channels = 1, height = 1, width = 1] = shape
  return (at) => Math.floor(at / (height * width)) % channels
}

function onGrid(value: number): number {
  return Math.max(-8, Math.min(8, Math.round(value * 64) / 64))
}

/** What programs choose otherwise between values and their normalisation. */
export interface NormalisingChoices {
  /** By what the distance to the mean is divided. */
  readonly divisor?: (variance: number, eps: number) => number
  readonly eps?: number
  /** Taken off the number of values where the variance is divided by it. */
  readonly freedom?: 1
  readonly variance?: (values: readonly number[]) => number
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function varianceOf(values: readonly number[], choices: NormalisingChoices = {}): number {
  const { variance = aboutTheMean, freedom = 0 } = choices
  return (variance(values) * values.length) / (values.length - freedom)
}

export function divisorOf(variance: number, asked: number, choices: NormalisingChoices): number {
  const { divisor = (v, eps) => Math.sqrt(v + eps), eps = asked } = choices
  return divisor(variance, eps)
}

/** What programs choose otherwise in gamma (x - mean) / deviation + beta. */
export interface AffineChoices extends NormalisingChoices {
  /** What multiplies, and what is added. */
  readonly affine?: (gamma: number, beta: number) => readonly [gamma: number, beta: number]
  readonly gamma?: 1
  readonly beta?: 0
  readonly centred?: (mean: number) => number
}

/** @param variance the one to be divided by, which `choices` do not touch again */
export function normalised(
  value: number,
  { mean, variance }: { readonly mean: number; readonly variance: number },
  [its = 0, added = 0]: readonly [gamma: number | undefined, beta: number | undefined],
  eps: number,
  choices: AffineChoices,
): number {
  const { centred = (of) => of, affine = (...both) => both } = choices
  const [gamma, beta] = affine(its, added)
  const scale = (choices.gamma ?? gamma) / divisorOf(variance, eps, choices)
  return (value - centred(mean)) * scale + (choices.beta ?? beta)
}

function aboutTheMean(values: readonly number[]): number {
  const mean = meanOf(values)
  return meanOf(values.map((value) => (value - mean) ** 2))
}

/** Squares of multiples of 1/64 add up exactly in f32 too, so that three roundings are all there are. */
function differenceInF32(values: readonly number[]): number {
  const mean = Math.fround(meanOf(values))
  const squares = Math.fround(meanOf(values.map((value) => value ** 2)))
  return Math.fround(squares - Math.fround(mean ** 2))
}

/** @param count how many values share a mean, as the statement writes it */
export function normalisingRules(
  cards: readonly string[],
  count: string,
): Required<RuleTable<NormalisingChoices>> {
  return {
    divisor: {
      'eps-outside-root': {
        en: 'a normalisation with eps added to the root; it is added to the variance, inside the root',
        zh: '把 eps 加在根号外面的归一化；eps 应加在根号内的方差上',
        cards,
        choice: (variance, eps) => Math.sqrt(variance) + eps,
      },
      'no-eps': {
        en: 'a normalisation without eps: equal values become 0/0',
        zh: '没有 eps 的归一化：取值全相同时变成 0/0',
        cards,
        choice: (variance) => Math.sqrt(variance),
      },
      'no-root': {
        en: 'a normalisation that divides by the variance; divide by its root, the standard deviation',
        zh: '除以方差的归一化；应当除以它的平方根，即标准差',
        cards,
        choice: (variance, eps) => variance + eps,
      },
    },
    eps: {
      'eps-ignored': {
        en: 'a normalisation with an eps of 1e-5 whatever is asked for',
        zh: '不管传入什么、eps 总是 1e-5 的归一化',
        cards,
        choice: 1e-5,
      },
    },
    freedom: {
      'unbiased-variance': {
        en: `a normalisation by the unbiased variance, divided by ${count} - 1; divide by ${count}`,
        zh: `用无偏方差（除以 ${count} - 1）做的归一化；应当除以 ${count}`,
        cards,
        choice: 1,
      },
    },
    variance: {
      'mean-deviation': {
        en: 'a mean absolute deviation in place of the variance: the distances to the mean are not squared',
        zh: '用平均绝对偏差代替了方差：与均值之差没有平方',
        cards,
        choice: (values) => {
          const mean = meanOf(values)
          return meanOf(values.map((value) => Math.abs(value - mean)))
        },
      },
      'variance-about-zero': {
        en: 'a normalisation by the root mean square: the squares are taken of the values, not of their distances to the mean',
        zh: '除以均方根的归一化：平方的是值本身，而不是它与均值之差',
        cards: ['normalisation/rms', 'normalisation/rms-invariance'],
        choice: (values) => meanOf(values.map((value) => value ** 2)),
      },
      'squares-not-averaged': {
        en: `a normalisation by the root of the summed squares of the distances: the sum is not divided by ${count}`,
        zh: `除以离差平方和的平方根的归一化：平方和没有除以 ${count}`,
        cards,
        choice: (values) => varianceOf(values) * values.length,
      },
      'one-pass-in-f32': {
        en: 'a variance of E[x²] - E[x]² in single precision (float32): where the spread is small beside the mean, little but rounding is left of the difference',
        zh: '用单精度（float32）按 E[x²] - E[x]² 求方差：离散程度远小于均值时，两者之差里几乎只剩舍入误差',
        cards,
        choice: differenceInF32,
      },
    },
  }
}

export function affineRules(
  cards: readonly string[],
): Required<Pick<RuleTable<AffineChoices>, 'affine' | 'gamma' | 'beta' | 'centred'>> {
  return {
    affine: {
      'beta-before-gamma': {
        en: 'a normalisation that adds beta first and multiplies by gamma afterwards, so that beta is scaled too',
        zh: '先加 beta、后乘 gamma 的归一化：beta 也被缩放了',
        cards,
        choice: (gamma, beta) => [gamma, gamma * beta],
      },
      'gamma-and-beta-swapped': {
        en: 'a normalisation that multiplies by beta and adds gamma',
        zh: '乘了 beta、加了 gamma 的归一化：两者用反了',
        cards,
        choice: (gamma, beta) => [beta, gamma],
      },
    },
    gamma: {
      'gamma-missing': {
        en: 'a normalisation that is not multiplied by gamma',
        zh: '归一化之后没有乘 gamma',
        cards,
        choice: 1,
      },
    },
    beta: {
      'beta-missing': {
        en: 'a normalisation to which beta is not added',
        zh: '归一化之后没有加 beta',
        cards,
        choice: 0,
      },
    },
    centred: {
      'mean-not-subtracted': {
        en: 'a normalisation that divides by the deviation and does not take the mean off',
        zh: '只除以标准差、没有减去均值的归一化',
        cards,
        choice: () => 0,
      },
    },
  }
}

/** Told to who takes the difference of two averages for the variance. */
export const IS_TIGHT: Text = {
  en: 'the values that are normalised differ by less than a hundredth of their size',
  zh: '参与归一化的一组值彼此之差不到其大小的百分之一',
}

export function isTight(values: readonly number[]): boolean {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return high > low && high - low < Math.max(high, -low) / 100
}
