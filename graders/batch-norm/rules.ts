import {
  type AffineChoices,
  affineRules,
  channelAt,
  defineRules,
  f32,
  meanOf,
  normalised,
  normalisingRules,
  varianceOf,
} from '#kit'
import type { batchNorm } from './reference.ts'

/** The mistakes people make in batch normalisation; which variance goes where, and whose weight momentum is, come first. */
export const rules = defineRules(batchNormWith, {
  ...normalisingRules(['batch-norm/formula'], 'm'),
  ...affineRules(['batch-norm/formula', 'batch-norm/gamma-beta-why']),
  over: {
    'statistics-over-channels-too': {
      en: 'a normalisation by one mean and variance for all channels; each channel has its own',
      zh: '所有通道共用一个均值和方差的归一化；每个通道应各有一组',
      cards: ['batch-norm/axes'],
      choice: 'everything',
    },
  },
  averaged: {
    'biased-running-variance': {
      en: 'a running variance that averages the biased variance; it is the unbiased one, divided by m - 1',
      zh: '滑动方差里平均的是有偏方差；应为无偏方差，即除以 m - 1',
      cards: ['batch-norm/unbiased-running', 'batch-norm/unbiased-numeric'],
      choice: (variance) => variance,
    },
    'running-deviation': {
      en: 'a running variance that averages the standard deviation',
      zh: '滑动方差里平均的是标准差',
      cards: ['batch-norm/unbiased-running', 'batch-norm/parameters'],
      choice: (variance, count) => Math.sqrt((variance * count) / (count - 1)),
    },
  },
  blend: {
    'momentum-of-the-old-value': {
      en: 'running statistics that keep the share momentum, as in Keras; in PyTorch momentum is the weight of the new value',
      zh: '滑动统计量保留了 momentum 倍的旧值（Keras 的约定）；PyTorch 里 momentum 是新值的权重',
      cards: ['batch-norm/momentum-convention', 'batch-norm/running-numeric'],
      choice: (old, now, momentum) => momentum * old + (1 - momentum) * now,
    },
    'old-value-not-weighted': {
      en: 'running statistics that keep the whole old value: the factor 1 - momentum is missing',
      zh: '滑动统计量保留了整个旧值：漏了系数 1 - momentum',
      cards: ['batch-norm/running-numeric'],
      choice: (old, now, momentum) => old + momentum * now,
    },
    'running-statistics-replaced': {
      en: 'running statistics that are those of the batch: the old ones are forgotten',
      zh: '滑动统计量直接换成了这一批的统计量：旧值被丢掉了',
      cards: ['batch-norm/running-numeric'],
      choice: (_, now) => now,
    },
    'running-statistics-not-updated': {
      en: 'running statistics that training does not move',
      zh: '训练时没有更新滑动统计量',
      cards: ['batch-norm/running-numeric', 'batch-norm/inference'],
      choice: (old) => old,
    },
    'new-value-not-weighted': {
      en: 'running statistics that add the whole new value: the factor momentum is missing',
      zh: '滑动统计量加上了整个新值：漏了系数 momentum',
      cards: ['batch-norm/running-numeric'],
      choice: (old, now, momentum) => (1 - momentum) * old + now,
    },
  },
  momentum: {
    'momentum-ignored': {
      en: 'running statistics with a momentum of 0.1 whatever is asked for',
      zh: '不管传入什么、滑动统计量的 momentum 总是 0.1',
      cards: ['batch-norm/running-numeric'],
      choice: 0.1,
    },
  },
  uses: {
    'batch-statistics-in-inference': {
      en: 'an inference that normalises with the statistics of the batch; it uses the running ones',
      zh: '推理时仍用这一批的统计量做归一化；应当用滑动统计量',
      cards: ['batch-norm/inference'],
      choice: () => 'batch',
    },
    'running-statistics-in-training': {
      en: 'a training that normalises with the running statistics it was given; it uses those of the batch',
      zh: '训练时用传入的滑动统计量做归一化；应当用这一批的统计量',
      cards: ['batch-norm/inference', 'batch-norm/formula'],
      choice: () => 'running',
    },
    'updated-statistics-in-training': {
      en: 'a training that normalises with the running statistics after their update; it uses those of the batch',
      zh: '训练时用更新之后的滑动统计量做归一化；应当用这一批的统计量',
      cards: ['batch-norm/inference', 'batch-norm/formula'],
      choice: (training) => (training ? 'updated' : 'running'),
    },
  },
  moves: {
    'updated-in-inference': {
      en: 'running statistics that move in inference too',
      zh: '推理时也更新了滑动统计量',
      cards: ['batch-norm/train-mode-bug', 'batch-norm/inference'],
      choice: true,
    },
  },
})

interface Choices extends AffineChoices {
  /** Whose mean and variance a value is normalised with. */
  readonly over?: 'everything'
  /** What of a biased variance goes into the running one. */
  readonly averaged?: (variance: number, count: number) => number
  readonly blend?: (old: number, now: number, momentum: number) => number
  readonly momentum?: number
  readonly uses?: (training: boolean) => 'batch' | 'running' | 'updated'
  readonly moves?: true
}

function batchNormWith({ freedom, ...choices }: Choices): typeof batchNorm {
  const { averaged = (variance, count) => (variance * count) / (count - 1) } = choices
  const { blend = (old, now, momentum) => (1 - momentum) * old + momentum * now } = choices
  const { uses = (training) => (training ? 'batch' : 'running') } = choices
  return (x, gamma, beta, runningMean, runningVar, training, asked, eps) => {
    const momentum = choices.momentum ?? asked
    const channelOf = channelAt(x)
    const values = Array.from(gamma.data, (_, c) =>
      Array.from(x.data).filter((_, at) => choices.over === 'everything' || channelOf(at) === c),
    )
    const batch = values.map((of) => ({
      mean: meanOf(of),
      variance: varianceOf(of, freedom ? { ...choices, freedom } : choices),
    }))
    const running = values.map((_, c) => ({
      mean: runningMean.data[c] ?? 0,
      variance: runningVar.data[c] ?? 0,
    }))
    const updated = running.map((old, c) => {
      const of = values[c] ?? []
      if (!training && !choices.moves) return old
      return {
        mean: blend(old.mean, meanOf(of), momentum),
        variance: blend(old.variance, averaged(varianceOf(of, choices), of.length), momentum),
      }
    })
    const used = { batch, running, updated }[uses(training)]
    const y = f32(x.shape, (at) => {
      const c = channelOf(at)
      const moments = used[c] ?? { mean: 0, variance: 0 }
      return normalised(x.data[at] ?? 0, moments, [gamma.data[c], beta.data[c]], eps, choices)
    })
    return {
      y,
      runningMean: f32(runningMean.shape, (c) => updated[c]?.mean ?? 0),
      runningVar: f32(runningVar.shape, (c) => updated[c]?.variance ?? 0),
    }
  }
}
