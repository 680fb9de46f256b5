import {
  classReductionRules,
  defineRules,
  type ReductionChoices,
  reducedLoss,
  rowsOf,
  type SoftmaxChoices,
  softmaxRules,
  softmaxWith,
} from '#kit'
import type { labelSmoothing } from './reference.ts'

const { shared: _, ...reduction } = classReductionRules()

/** The mistakes people make in label smoothing: who gets which share of epsilon, and all that goes wrong in a cross-entropy. */
export const rules = defineRules(labelSmoothingWith, {
  ...softmaxRules(),
  ...reduction,
  targets: {
    'spread-over-the-others': {
      en: 'targets of 1 - epsilon for the right class and epsilon / (C - 1) for the others; PyTorch mixes with all C classes',
      zh: '真实类别的目标取 1 - epsilon，其余各类取 epsilon / (C - 1)；PyTorch 是与全部 C 类的均匀分布混合',
      cards: ['cross-entropy/smoothing-variant', 'cross-entropy/smoothing-target'],
      choice: (isRight, epsilon, classes) => (isRight ? 1 - epsilon : epsilon / (classes - 1)),
    },
    'right-class-without-its-share': {
      en: 'a target of 1 - epsilon for the right class beside epsilon / C for the others: its own share of epsilon / C is missing',
      zh: '其余各类的目标是 epsilon / C，真实类别却只有 1 - epsilon：漏了它自己的那份 epsilon / C',
      cards: ['cross-entropy/smoothing-target'],
      choice: (isRight, epsilon, classes) => (isRight ? 1 - epsilon : epsilon / classes),
    },
    'others-without-a-target': {
      en: 'a target for the right class alone: the others have epsilon / C each',
      zh: '只有真实类别有目标；其余各类应各有 epsilon / C',
      cards: ['cross-entropy/smoothing-target'],
      choice: (isRight, epsilon, classes) => (isRight ? 1 - epsilon + epsilon / classes : 0),
    },
    'right-class-not-lowered': {
      en: 'a target of 1 + epsilon / C for the right class: the one-hot label is not multiplied by 1 - epsilon',
      zh: '真实类别的目标成了 1 + epsilon / C：one-hot 标签没有乘 1 - epsilon',
      cards: ['cross-entropy/smoothing-target'],
      choice: (isRight, epsilon, classes) => (isRight ? 1 : 0) + epsilon / classes,
    },
    'not-divided-by-the-classes': {
      en: 'targets with the whole epsilon for each class; each has epsilon / C',
      zh: '每一类都加上了整个 epsilon；应各加 epsilon / C',
      cards: ['cross-entropy/smoothing-target'],
      choice: (isRight, epsilon) => (isRight ? 1 - epsilon : 0) + epsilon,
    },
    'share-in-whole-numbers': {
      en: 'a share of epsilon * (1 / C) in whole numbers: 1 / C is 0 there, and all classes but the right one have no target',
      zh: '用整数除法算 epsilon * (1 / C)：1 / C 等于 0，除真实类别外各类都没有目标',
      cards: ['cross-entropy/smoothing-target'],
      choice: (isRight, epsilon, classes) => (isRight ? 1 - epsilon : 0) + epsilon * Math.floor(1 / classes),
    },
    'shares-swapped': {
      en: 'targets with epsilon of the one-hot label and 1 - epsilon of the uniform distribution; it is the other way round',
      zh: 'one-hot 标签占 epsilon、均匀分布占 1 - epsilon；正好反了',
      cards: ['cross-entropy/smoothing-target'],
      choice: (isRight, epsilon, classes) => (isRight ? epsilon : 0) + (1 - epsilon) / classes,
    },
  },
  epsilon: {
    'not-smoothed': {
      en: 'the plain cross-entropy, as if epsilon were 0',
      zh: '普通交叉熵（相当于 epsilon 为 0）',
      cards: ['cross-entropy/smoothing-target'],
      choice: 0,
    },
    'epsilon-ignored': {
      en: 'a smoothing with an epsilon of 0.1 whatever is asked for',
      zh: '不管传入什么、epsilon 总是 0.1 的平滑',
      cards: ['cross-entropy/smoothing-target'],
      choice: 0.1,
    },
  },
  mixed: {
    'prediction-smoothed': {
      en: 'a smoothing of the prediction, -ln((1 - epsilon) p + epsilon / C); it is the label that is smoothed',
      zh: '平滑的是预测，即 -ln((1 - epsilon) p + epsilon / C)；应当平滑标签',
      cards: ['cross-entropy/smoothing-target', 'cross-entropy/definition'],
      choice: true,
    },
  },
  takenOff: {
    'entropy-of-the-targets-taken-off': {
      en: 'the KL divergence from the smoothed label: the entropy of the label is taken off the cross-entropy',
      zh: '对平滑标签的 KL 散度：比交叉熵少了标签自身的熵',
      cards: ['cross-entropy/kl', 'cross-entropy/ce-or-kl'],
      choice: true,
    },
  },
  // Where a target is 0, the infinite logarithm beside it may be left out.
  skips: { 'zero-targets-skipped': { choice: true } },
})

interface Choices extends SoftmaxChoices, ReductionChoices {
  readonly targets?: (isRight: boolean, epsilon: number, classes: number) => number
  readonly epsilon?: number
  readonly mixed?: true
  readonly takenOff?: true
  readonly skips?: true
}

function labelSmoothingWith(choices: Choices): typeof labelSmoothing {
  const { targets = (isRight, epsilon, classes) => (isRight ? 1 - epsilon : 0) + epsilon / classes } = choices
  return (logits, labels, asked) => {
    const epsilon = choices.epsilon ?? asked
    const classes = logits.shape[1] ?? 0
    const { p, logP } = softmaxWith(rowsOf(logits), choices)
    const losses = Array.from(labels.data, (label, i) => {
      if (choices.mixed) return -Math.log((1 - epsilon) * (p[i]?.[label] ?? 0) + epsilon / classes)
      const wanted = Array.from({ length: classes }, (_, k) => targets(k === label, epsilon, classes))
      const entropy = choices.takenOff ? sum(wanted.map((one) => (one > 0 ? -one * Math.log(one) : 0))) : 0
      return (
        -sum(wanted.map((one, k) => (one === 0 && choices.skips ? 0 : one * (logP[i]?.[k] ?? 0)))) - entropy
      )
    })
    return reducedLoss(losses, classes, choices)
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
