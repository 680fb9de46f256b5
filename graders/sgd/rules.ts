import {
  type DecayChoices,
  type DirectionChoices,
  decayRules,
  defineRules,
  directionRules,
  eachParameter,
  f32,
  type RoundingChoices,
  roundingRules,
  type StepsChoices,
  stepsRules,
  stepsTaken,
} from '#kit'
import type { sgd } from './reference.ts'

/** The mistakes people make in plain SGD, most of them in the decay. */
export const rules = defineRules(sgdWith, {
  decay: {
    'no-weight-decay': {
      en: 'SGD without weight decay',
      zh: '没有做权重衰减的 SGD',
      cards: ['sgd/one-step-weight-decay'],
      choice: () => 0,
    },
    'decay-without-rate': {
      en: 'SGD that takes weightDecay times the parameter off it at each step; the decay is part of the gradient, and multiplied by lr',
      zh: '每步直接减去 weightDecay 倍参数的 SGD；衰减项属于梯度，也要乘 lr',
      cards: ['sgd/one-step-weight-decay', 'norms/weight-decay-numeric'],
      choice: ({ p, weightDecay }) => weightDecay * p,
    },
    'decay-reversed': {
      en: 'SGD whose decay has the wrong sign: the parameters grow',
      zh: '衰减项符号写反了的 SGD：参数反而变大',
      cards: ['sgd/one-step-weight-decay', 'norms/weight-decay-numeric'],
      choice: ({ p, lr, weightDecay }) => -lr * weightDecay * p,
    },
    'l1-decay': {
      en: 'SGD with an L1 penalty, weightDecay times the sign of the parameter; the decay is L2',
      zh: '用了 L1 惩罚（weightDecay 乘以参数符号）的 SGD；权重衰减对应 L2',
      cards: ['norms/sparsity-gradient', 'norms/l2-half'],
      choice: ({ p, lr, weightDecay }) => lr * weightDecay * Math.sign(p),
    },
    'decay-of-start': {
      en: 'SGD that decays by the parameters of the start at every step; use the current ones',
      zh: '每一步都按初始参数衰减的 SGD；应使用当前的参数',
      cards: ['sgd/one-step-weight-decay'],
      choice: ({ start, lr, weightDecay }) => lr * weightDecay * start,
    },
    'decay-where-gradient': {
      en: 'SGD that decays a parameter only where its gradient is not 0',
      zh: '只在梯度不为 0 时才衰减的 SGD',
      cards: ['norms/weight-decay-numeric', 'sgd/one-step-weight-decay'],
      choice: ({ p, g, lr, weightDecay }) => (g === 0 ? 0 : lr * weightDecay * p),
    },
  },
  ...decayRules('SGD', ['norms/l2-half', 'sgd/one-step-weight-decay']),
  decayed: {
    'decay-after-step': {
      en: 'SGD that decays the parameters which the gradient has moved already; the decay uses those before the step',
      zh: '先按梯度更新、再对更新后的参数做衰减的 SGD；衰减应使用更新之前的参数',
      cards: ['sgd/one-step-weight-decay'],
      choice: 'moved',
    },
  },
  gradient: {
    'one-step-of-the-mean': {
      en: 'SGD that takes one step with the mean of all rows, as if they were one mini-batch; each row is a step',
      zh: '把各行当成一个小批量、只用平均梯度走一步的 SGD；每一行各是一步',
      cards: ['sgd/unbiased-estimate', 'sgd/update-sign'],
      choice: ({ sum, t, steps }) => (t === steps ? sum / steps : undefined),
    },
    'one-step-of-the-sum': {
      en: 'SGD that takes one step with the sum of all rows; each row is a step, and the decay acts in each',
      zh: '把各行梯度加起来只走一步的 SGD；每一行各是一步，每步都有衰减',
      cards: ['sgd/one-step-weight-decay', 'sgd/update-sign'],
      choice: ({ sum, t, steps }) => (t === steps ? sum : undefined),
    },
    'first-step-only': {
      en: 'SGD that stops after the first step',
      zh: '只走了第一步的 SGD',
      cards: ['sgd/update-sign'],
      choice: ({ g, t }) => (t === 1 ? g : undefined),
    },
    'last-step-only': {
      en: 'SGD that takes only the last step: each one begins again at the parameters given',
      zh: '只剩最后一步的 SGD：每一步都从传入的参数重新开始',
      cards: ['sgd/update-sign'],
      choice: ({ g, t, steps }) => (t === steps ? g : undefined),
    },
  },
  none: {
    'mean-of-no-rows': {
      en: 'NaN where there is no step, for the mean of no rows is 0 / 0; nothing moves then',
      zh: 'NaN（0 步时）：没有行可求平均，得 0 / 0；此时参数应保持不变',
      cards: ['sgd/update-sign'],
      choice: Number.NaN,
    },
  },
  rate: {
    'rate-over-step': {
      en: 'SGD whose learning rate falls as lr / t; it is the same at all steps',
      zh: '学习率按 lr / t 递减的 SGD；学习率各步相同',
      cards: ['sgd/robbins-monro'],
      choice: (lr, t) => lr / t,
    },
  },
  ...stepsRules('SGD', ['sgd/update-sign']),
  ...directionRules('SGD', ['sgd/update-sign']),
  ...roundingRules([3, 4], ['sgd/one-step-weight-decay']),
})

interface Choices extends DecayChoices, DirectionChoices, RoundingChoices, StepsChoices {
  /** What it takes off a parameter. */
  readonly decay?: (at: Decaying) => number
  readonly decayed?: 'moved'
  /** With which a step is taken, if one is. */
  readonly gradient?: (at: Stepping) => number | undefined
  readonly rate?: (lr: number, t: number) => number
  /** In place of the parameters where there is no step. */
  readonly none?: number
}

interface Decaying {
  readonly p: number
  readonly start: number
  readonly g: number
  readonly lr: number
  readonly weightDecay: number
}

interface Stepping {
  readonly g: number
  /** Of the gradients so far. */
  readonly sum: number
  readonly t: number
  readonly steps: number
}

function sgdWith({ decayed, direction = 1, none, ...choices }: Choices): typeof sgd {
  const { decay = ({ p, lr, weightDecay }) => lr * weightDecay * p } = choices
  const { gradient = ({ g }) => g, rate = (lr) => lr, weightDecay: decayOf = (given) => given } = choices
  return (params, all, asked, askedDecay) => {
    const weightDecay = decayOf(askedDecay)
    const [, grads] = stepsTaken([params, all], choices)
    const [steps = 0] = grads.shape
    if (all.shape[0] === 0 && none !== undefined) return f32(params.shape, none)
    const begin = { sum: 0, start: Number.NaN }
    return eachParameter([params, grads], begin, choices, (p, state, row, t) => {
      const [sum, start] = [state.sum + row, t === 1 ? p : state.start]
      const g = gradient({ g: row, sum, t, steps })
      if (g === undefined) return [p, { sum, start }]
      const lr = direction * rate(asked, t)
      const moved = p - lr * g
      const weight = decayed ? moved : p
      return [moved - decay({ p: weight, start, g, lr, weightDecay }), { sum, start }]
    }).params
  }
}
