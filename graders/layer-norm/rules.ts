import {
  type AffineChoices,
  affineRules,
  defineRules,
  f32,
  meanOf,
  normalised,
  normalisingRules,
  varianceOf,
} from '#kit'
import type { layerNorm } from './reference.ts'

const common = normalisingRules(['normalisation/two-features', 'batch-norm/formula'], 'D')

/** The mistakes people make in layer normalisation; the axis of batch normalisation comes first. */
export const rules = defineRules(
  layerNormWith,
  {
    ...common,
    ...affineRules(['batch-norm/formula', 'normalisation/affine-shape']),
    over: {
      'features-over-the-batch': {
        en: 'a normalisation of each feature over all rows (axis 0), which is batch normalisation; each row has its own mean',
        zh: '每个特征沿所有行（axis 0）做的归一化，即批归一化；均值应逐行求',
        cards: ['normalisation/axes', 'batch-norm/across-samples'],
        choice: (at, width) => at % width,
      },
      'one-mean-for-all': {
        en: 'a normalisation with one mean and one variance of the whole matrix; each row has its own',
        zh: '整个矩阵共用一个均值和一个方差的归一化；每行应各有一组',
        cards: ['normalisation/axes', 'normalisation/layer-norm-eval'],
        choice: () => 0,
      },
    },
  },
  {
    'rms-norm': {
      en: 'RMSNorm with a beta: no mean is taken off, and the root mean square divides',
      zh: '带 beta 的 RMSNorm：没有减去均值，除以的是均方根',
      of: ['variance-about-zero', 'mean-not-subtracted'],
    },
  },
)

interface Choices extends AffineChoices {
  /** Names the values that share a mean and a variance with the one at a place. */
  readonly over?: (at: number, width: number) => number
}

function layerNormWith(choices: Choices): typeof layerNorm {
  const { over = (at, width) => Math.floor(at / width) } = choices
  return (x, gamma, beta, eps) => {
    const width = gamma.data.length
    const sharing = Map.groupBy(x.data.keys(), (at) => over(at, width))
    const moments = new Map(
      [...sharing].map(([name, places]) => {
        const values = places.map((at) => x.data[at] ?? 0)
        return [name, { mean: meanOf(values), variance: varianceOf(values, choices) }]
      }),
    )
    return f32(x.shape, (at) => {
      const its = [gamma.data[at % width], beta.data[at % width]] as const
      const of = moments.get(over(at, width)) ?? { mean: 0, variance: 0 }
      return normalised(x.data[at] ?? 0, of, its, eps, choices)
    })
  }
}
