import {
  defineRules,
  divisorOf,
  f32,
  meanOf,
  type NormalisingChoices,
  normalisingRules,
  varianceOf,
} from '#kit'
import type { batchNormBackward } from './reference.ts'

/** The mistakes people make on the way back through batch normalisation; the paths through mean and variance come first. */
export const rules = defineRules(batchNormBackwardWith, {
  ...normalisingRules(['batch-norm/formula'], 'N'),
  paths: {
    'straight-path-alone': {
      en: 'a gradient of gamma / sqrt(variance + eps) · gradOut for x, as if mean and variance were constants',
      zh: 'x 的梯度只是 gamma / sqrt(方差 + eps) · gradOut，把均值和方差当成了常数',
      cards: ['batch-norm/backward-why', 'batch-norm/backward-formula'],
      choice: () => 0,
    },
    'path-through-the-mean-missing': {
      en: 'a gradient for x without its path through the mean',
      zh: 'x 的梯度漏了经过均值的那条路径',
      cards: ['batch-norm/backward-why', 'batch-norm/backward-sum'],
      choice: (_, variance) => variance,
    },
    'path-through-the-variance-missing': {
      en: 'a gradient for x without its path through the variance',
      zh: 'x 的梯度漏了经过方差的那条路径',
      cards: ['batch-norm/backward-why', 'batch-norm/backward-formula'],
      choice: (mean) => mean,
    },
    'path-through-the-variance-halved': {
      en: 'a gradient for x with half the path through the variance: the 2 of the square is missing',
      zh: 'x 的梯度中经过方差的路径只有一半：漏了平方求导的系数 2',
      cards: ['batch-norm/backward-formula'],
      choice: (mean, variance) => mean + variance / 2,
    },
    'path-through-the-variance-doubled': {
      en: 'a gradient for x with twice the path through the variance: the 1/2 of the root is missing',
      zh: 'x 的梯度中经过方差的路径多了一倍：漏了开方求导的系数 1/2',
      cards: ['batch-norm/backward-formula'],
      choice: (mean, variance) => mean + 2 * variance,
    },
    'path-through-the-mean-not-averaged': {
      en: 'a gradient for x whose path through the mean is not divided by N',
      zh: 'x 的梯度中经过均值的一项没有除以 N',
      cards: ['batch-norm/backward-formula', 'batch-norm/backward-sum'],
      choice: (mean, variance, samples) => mean * samples + variance,
    },
    'path-through-the-variance-not-averaged': {
      en: 'a gradient for x whose path through the variance is not divided by N',
      zh: 'x 的梯度中经过方差的一项没有除以 N',
      cards: ['batch-norm/backward-formula'],
      choice: (mean, variance, samples) => mean + variance * samples,
    },
    'paths-added': {
      en: 'a gradient for x to which the paths through mean and variance are added; they are taken off',
      zh: 'x 的梯度把经过均值和方差的两项加上了；应当减去',
      cards: ['batch-norm/backward-formula', 'batch-norm/backward-sum'],
      choice: (mean, variance) => -mean - variance,
    },
    'path-through-the-variance-added': {
      en: 'a gradient for x to which the path through the variance is added; it is taken off',
      zh: 'x 的梯度把经过方差的一项加上了；应当减去',
      cards: ['batch-norm/backward-formula'],
      choice: (mean, variance) => mean - variance,
    },
  },
  divided: {
    'sums-for-means': {
      en: 'a gradient for x with sums where the formula has means: 1/N is missing',
      zh: 'x 的梯度公式里该取平均的地方用了求和：漏了 1/N',
      cards: ['batch-norm/backward-formula'],
      choice: () => 1,
    },
    'means-by-n-minus-1': {
      en: 'a gradient for x with means that are divided by N - 1',
      zh: 'x 的梯度公式里的平均除以了 N - 1',
      cards: ['batch-norm/backward-formula', 'batch-norm/unbiased-running'],
      choice: (samples) => samples - 1,
    },
  },
  factor: {
    'gamma-missing': {
      en: 'a gradient for x without the factor gamma',
      zh: 'x 的梯度漏了系数 gamma',
      cards: ['batch-norm/backward-formula'],
      choice: (_, deviation) => 1 / deviation,
    },
    'deviation-missing': {
      en: 'a gradient for x that is not divided by sqrt(variance + eps)',
      zh: 'x 的梯度没有除以 sqrt(方差 + eps)',
      cards: ['batch-norm/backward-formula'],
      choice: (gamma) => gamma,
    },
  },
  ofGamma: {
    'gamma-gradient-of-x': {
      en: 'a gradient for gamma of sum(gradOut · x); it multiplies the normalised x',
      zh: 'gamma 的梯度写成了 sum(gradOut · x)；应当乘归一化后的 x',
      cards: ['batch-norm/gamma-gradient'],
      choice: ({ value }) => value,
    },
    'gamma-gradient-of-centred-x': {
      en: 'a gradient for gamma of sum(gradOut · (x - mean)): it is not divided by the deviation',
      zh: 'gamma 的梯度写成了 sum(gradOut · (x - 均值))：没有除以标准差',
      cards: ['batch-norm/gamma-gradient'],
      choice: ({ value, mean }) => value - mean,
    },
    'gamma-gradient-times-gamma': {
      en: 'a gradient for gamma that is multiplied by gamma',
      zh: 'gamma 的梯度又乘了 gamma',
      cards: ['batch-norm/gamma-gradient'],
      choice: ({ normalised, gamma }) => gamma * normalised,
    },
  },
  ofBeta: {
    'beta-gradient-times-gamma': {
      en: 'a gradient for beta that is multiplied by gamma',
      zh: 'beta 的梯度又乘了 gamma',
      cards: ['batch-norm/gamma-gradient'],
      choice: (gamma) => gamma,
    },
  },
  kept: {
    'last-sample-alone': {
      en: 'gradients for gamma and beta of the last sample alone: each takes the place of those before (= for +=)',
      zh: 'gamma 和 beta 的梯度只剩最后一个样本的：后来的覆盖了前面的（+= 写成了 =）',
      cards: ['backpropagation/accumulate', 'batch-norm/gamma-gradient'],
      choice: 'last',
    },
  },
  parameters: {
    'parameter-gradients-averaged': {
      en: 'gradients for gamma and beta that are means over the samples; they are sums',
      zh: 'gamma 和 beta 的梯度对样本取了平均；应当求和',
      cards: ['batch-norm/gamma-gradient', 'backpropagation/bias'],
      choice: { gamma: true, beta: true },
    },
    'gamma-gradient-averaged': {
      en: 'a gradient for gamma that is a mean over the samples; it is a sum',
      zh: 'gamma 的梯度对样本取了平均；应当求和',
      cards: ['batch-norm/gamma-gradient'],
      choice: { gamma: true, beta: false },
    },
    'beta-gradient-averaged': {
      en: 'a gradient for beta that is a mean over the samples; it is a sum',
      zh: 'beta 的梯度对样本取了平均；应当求和',
      cards: ['batch-norm/gamma-gradient', 'backpropagation/bias'],
      choice: { gamma: false, beta: true },
    },
  },
})

interface Choices extends NormalisingChoices {
  /** What is taken off g, of the two paths beside the straight one. */
  readonly paths?: (mean: number, variance: number, samples: number) => number
  readonly divided?: (samples: number) => number
  readonly factor?: (gamma: number, deviation: number) => number
  /** What multiplies g in the gradients of the parameters. */
  readonly ofGamma?: (of: Value) => number
  readonly ofBeta?: (gamma: number) => number
  /** Of the samples' shares in the gradients of the parameters. */
  readonly kept?: 'last'
  /** Whose gradients are averaged. */
  readonly parameters?: { readonly gamma: boolean; readonly beta: boolean }
}

interface Value {
  readonly value: number
  readonly mean: number
  readonly normalised: number
  readonly gamma: number
}

function batchNormBackwardWith(choices: Choices): typeof batchNormBackward {
  const { paths = (mean, variance) => mean + variance, divided = (samples) => samples } = choices
  const { factor = (gamma, deviation) => gamma / deviation, ofGamma = ({ normalised }) => normalised } =
    choices
  const { ofBeta = () => 1, parameters = { gamma: false, beta: false } } = choices
  return (gradOut, x, gamma, eps) => {
    const [samples, features] = x.shape as [number, number]
    const columns = Array.from(gamma.data, (scale, d) => {
      const values = Array.from(x.data).filter((_, at) => at % features === d)
      const g = Array.from(gradOut.data).filter((_, at) => at % features === d)
      const mean = meanOf(values)
      const deviation = divisorOf(varianceOf(values, choices), eps, choices)
      const normalised = values.map((value) => (value - mean) / deviation)
      const through = dot(g, normalised) / divided(samples)
      const total = dot(
        g,
        g.map(() => 1),
      )
      const dx = g.map(
        (one, n) => one - paths(total / divided(samples), (normalised[n] ?? 0) * through, samples),
      )
      const along = values.map((value, n) =>
        ofGamma({ value, mean, normalised: normalised[n] ?? 0, gamma: scale }),
      )
      return {
        x: dx.map((one) => factor(scale, deviation) * one),
        gamma:
          (choices.kept ? (g.at(-1) ?? 0) * (along.at(-1) ?? 0) : dot(g, along)) /
          (parameters.gamma ? samples : 1),
        beta: (ofBeta(scale) * (choices.kept ? (g.at(-1) ?? 0) : total)) / (parameters.beta ? samples : 1),
      }
    })
    return {
      x: f32(x.shape, (at) => columns[at % features]?.x[Math.floor(at / features)] ?? 0),
      gamma: f32(gamma.shape, (d) => columns[d]?.gamma ?? 0),
      beta: f32(gamma.shape, (d) => columns[d]?.beta ?? 0),
    }
  }
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
}
