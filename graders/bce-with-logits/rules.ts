import { binaryEntropy, defineRules, f32, reductionRules, type SigmoidChoices, sigmoidRules } from '#kit'
import type { bceWithLogits } from './reference.ts'

/** The mistakes people make in binary cross-entropy; logarithms of a finished sigmoid come first. */
export const rules = defineRules(bceWithLogitsWith, {
  ...sigmoidRules(),
  ...reductionRules({ one: ['cross-entropy/definition'], all: ['cross-entropy/gradient'] }),
  times: {
    'sigmoid-twice': {
      en: 'a sigmoid that is applied twice, as where the network already ends in one',
      zh: '做了两次 sigmoid（就像网络末层已经有一个 sigmoid）',
      cards: ['cross-entropy/double-softmax', 'cross-entropy/multilabel'],
      choice: 2,
    },
  },
  elementLoss: {
    'yes-alone': {
      en: 'a loss of -t ln p: the part (1 - t) ln(1 - p) is missing',
      zh: '损失只有 -t ln p：漏了 (1 - t) ln(1 - p) 这一部分',
      cards: ['cross-entropy/definition', 'cross-entropy/multilabel'],
      choice: ({ x, t, entropy }) => t * entropy(x, 1),
    },
    'roles-swapped': {
      en: 'a cross-entropy with target and prediction swapped, the target inside the logarithm (with 1e-12 against log 0)',
      zh: '目标与预测放反了的交叉熵：对数里是目标（加 1e-12 以避免 log 0）',
      cards: ['cross-entropy/definition'],
      choice: ({ p, t }) => -(p * Math.log(t + 1e-12) + (1 - p) * Math.log(1 - t + 1e-12)),
    },
    'yes-and-no-swapped': {
      en: 'a loss of -(1 - t) ln p - t ln(1 - p), as if a target of 1 said no',
      zh: '损失写成了 -(1 - t) ln p - t ln(1 - p)：把目标 1 当成了“否”',
      cards: ['cross-entropy/definition', 'cross-entropy/multilabel'],
      choice: ({ x, t, entropy }) => entropy(x, 1 - t),
    },
    'squared-error': {
      en: 'the squared error of the probability, (p - t)²',
      zh: '概率的平方误差 (p - t)²',
      cards: ['cross-entropy/why-not-mse', 'cross-entropy/definition'],
      choice: ({ p, t }) => (p - t) ** 2,
    },
  },
  target: {
    'targets-rounded': {
      en: 'a loss of targets that are made 0 or 1; those in between count by parts',
      zh: '先把目标取成 0 或 1 再算的损失；介于两者之间的目标应按比例计入两部分',
      cards: ['cross-entropy/definition', 'cross-entropy/smoothing-target'],
      choice: (t) => (t > 0.5 ? 1 : 0),
    },
  },
  slope: {
    'target-not-taken-off': {
      en: 'a gradient of p, from which the target is not taken off',
      zh: '梯度就是 p，没有减去目标',
      cards: ['cross-entropy/gradient'],
      choice: (p) => p,
    },
    'gradient-reversed': {
      en: 'a gradient of t - p, which points downhill; the derivative is p - t',
      zh: '梯度写成了 t - p（下降方向）；导数是 p - t',
      cards: ['cross-entropy/gradient'],
      choice: (p, t) => t - p,
    },
    'gradient-for-probabilities': {
      en: 'a gradient of (p - t) / (p (1 - p)), with respect to the probability; it is asked for the logit',
      zh: '梯度写成了 (p - t) / (p (1 - p))，那是对概率的导数；要求的是对 logit 的导数',
      cards: ['cross-entropy/gradient'],
      choice: (p, t) => (p - t) / (p * (1 - p)),
    },
    'gradient-through-the-sigmoid-again': {
      en: 'a gradient of (p - t) p (1 - p): the derivative of the sigmoid is already in p - t',
      zh: '梯度写成了 (p - t) p (1 - p)：p - t 里已经包含 sigmoid 的导数',
      cards: ['cross-entropy/why-not-mse', 'cross-entropy/gradient'],
      choice: (p, t) => (p - t) * p * (1 - p),
    },
  },
})

interface Choices extends SigmoidChoices {
  readonly times?: 2
  readonly elementLoss?: (of: Element) => number
  readonly target?: (t: number) => number
  readonly sign?: number
  readonly unit?: number
  /** By what the sums of losses and of slopes are divided. */
  readonly reduced?: (size: number) => number
  readonly shared?: (size: number) => number
  readonly slope?: (p: number, t: number) => number
}

interface Element {
  readonly x: number
  readonly t: number
  readonly p: number
  readonly entropy: (x: number, t: number) => number
}

function bceWithLogitsWith(choices: Choices): typeof bceWithLogits {
  const {
    elementLoss = ({ x, t, entropy }) => entropy(x, t),
    target = (t) => t,
    sign = 1,
    unit = 1,
  } = choices
  const { reduced = (size) => size, shared = (size) => size, slope = (p, t) => p - t } = choices
  const entropy = (x: number, t: number) => binaryEntropy(x, t, choices).loss
  return (logits, targets) => {
    const elements = Array.from(logits.data, (logit, i): Element => {
      const x = choices.times ? binaryEntropy(logit, 0, choices).p : logit
      return { x, t: target(targets.data[i] ?? 0), p: binaryEntropy(x, 0, choices).p, entropy }
    })
    const total = elements.reduce((sum, one) => sum + elementLoss(one), 0)
    return {
      loss: (sign * unit * total) / reduced(elements.length),
      grad: f32(logits.shape, (i) => {
        const { p, t } = elements[i] as Element
        return slope(p, t) / shared(elements.length)
      }),
    }
  }
}
