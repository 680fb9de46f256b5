import {
  type DirectionChoices,
  defineRules,
  directionRules,
  eachParameter,
  type RoundingChoices,
  roundingRules,
  type StepsChoices,
  stepsRules,
  stepsTaken,
} from '#kit'
import type { rmsprop } from './reference.ts'

/** The mistakes people make in RMSprop, the conventions of other frameworks and of its neighbours among them. */
export const rules = defineRules(rmspropWith, {
  average: {
    'squares-summed': {
      en: 'a sum of all squared gradients, as in Adagrad; RMSprop averages them',
      zh: '梯度平方的累加和（即 Adagrad）；RMSprop 用的是滑动平均',
      cards: ['rmsprop/against-adagrad', 'rmsprop/recursion'],
      choice: ({ old, added }) => old + added,
    },
    'squares-not-averaged': {
      en: 'RMSprop whose average adds the whole square: the factor 1 - alpha is missing',
      zh: '直接加上整个平方的 RMSprop：漏了系数 1 - alpha',
      cards: ['rmsprop/recursion', 'rmsprop/one-step'],
      choice: ({ old, added, alpha }) => alpha * old + added,
    },
    'alpha-on-the-square': {
      en: 'RMSprop with alpha on the wrong side: the old average keeps alpha, the new square gets 1 - alpha',
      zh: 'alpha 放反了的 RMSprop：旧平均值应占 alpha，新的平方占 1 - alpha',
      cards: ['rmsprop/recursion', 'rmsprop/one-step'],
      choice: ({ old, added, alpha }) => (1 - alpha) * old + alpha * added,
    },
  },
  added: {
    'gradient-not-squared': {
      en: 'RMSprop that averages the gradient itself: the square is missing, and the root of a negative average is NaN',
      zh: '平均的是梯度本身的 RMSprop：漏了平方，平均值为负时开方得 NaN',
      cards: ['rmsprop/second-moment', 'rmsprop/recursion'],
      choice: (g) => g,
    },
    'gradient-magnitude': {
      en: 'RMSprop that averages the magnitude of the gradient instead of its square',
      zh: '平均的是梯度绝对值（而不是平方）的 RMSprop',
      cards: ['rmsprop/second-moment', 'rmsprop/recursion'],
      choice: Math.abs,
    },
  },
  alpha: {
    'alpha-ignored': {
      en: "RMSprop with an alpha of 0.99, PyTorch's default, whatever is asked for",
      zh: '不管传入什么、alpha 总是 0.99（PyTorch 的默认值）的 RMSprop',
      cards: ['rmsprop/default-decay'],
      choice: 0.99,
    },
    'alpha-ignored-keras': {
      en: "RMSprop with an alpha of 0.9, Hinton's and Keras's, whatever is asked for",
      zh: '不管传入什么、alpha 总是 0.9（Hinton 讲义和 Keras 的取值）的 RMSprop',
      cards: ['rmsprop/default-decay'],
      choice: 0.9,
    },
  },
  start: {
    'starts-at-one': {
      en: "RMSprop whose average starts at 1, as in TensorFlow 1; PyTorch's starts at 0",
      zh: '平均值从 1 开始的 RMSprop（TensorFlow 1 的做法）；PyTorch 从 0 开始',
      cards: ['rmsprop/first-step'],
      choice: 1,
    },
  },
  kept: {
    'average-not-kept': {
      en: 'RMSprop whose average begins at zero again in each step',
      zh: '每一步都把平均值重新置零的 RMSprop',
      cards: ['rmsprop/recursion', 'rmsprop/consistent-divisor'],
      choice: 'nothing',
    },
  },
  divided: {
    'bias-corrected': {
      en: 'RMSprop that corrects its average by 1 - alpha^t, as Adam does; RMSprop does not',
      zh: '像 Adam 那样用 1 - alpha^t 修正平均值的 RMSprop；RMSprop 不做偏差修正',
      cards: ['rmsprop/no-bias-correction', 'rmsprop/first-step'],
      choice: ({ v, alpha, t }) => v / (1 - alpha ** t),
    },
    centred: {
      en: 'centred RMSprop, which subtracts the square of the mean gradient; the plain one divides by the root of the average square',
      zh: 'centered 版的 RMSprop（减去平均梯度的平方）；普通版直接用平方的平均',
      cards: ['rmsprop/centred', 'rmsprop/second-moment'],
      choice: ({ v, mean }) => v - mean * mean,
    },
    'stale-average': {
      en: 'RMSprop that divides by the average of the step before: update the average first',
      zh: '用上一步平均值做除数的 RMSprop：应先更新平均值',
      cards: ['rmsprop/step-order'],
      choice: ({ old }) => old,
    },
  },
  divisor: {
    'eps-inside-root': {
      en: 'RMSprop with eps inside the square root, as in Keras; PyTorch adds it to the root',
      zh: '把 eps 放进根号里的 RMSprop（Keras 的写法）；PyTorch 把它加在根号外面',
      cards: ['rmsprop/eps-keras', 'rmsprop/eps-inside-symptom'],
      choice: (v, eps) => Math.sqrt(v + eps),
    },
    'no-eps': {
      en: 'RMSprop without eps: a parameter that has received no gradient becomes 0/0',
      zh: '没有 eps 的 RMSprop：从未收到梯度的参数会变成 0/0',
      cards: ['rmsprop/eps-pytorch'],
      choice: Math.sqrt,
    },
    'no-root': {
      en: 'RMSprop that divides by the average instead of its square root',
      zh: '直接除以平均值、没有开平方根的 RMSprop',
      cards: ['rmsprop/missing-root'],
      choice: (v, eps) => v + eps,
    },
  },
  eps: {
    'eps-ignored': {
      en: 'RMSprop with an eps of 1e-8 whatever is asked for',
      zh: '不管传入什么、eps 总是 1e-8 的 RMSprop',
      cards: ['rmsprop/eps-pytorch'],
      choice: 1e-8,
    },
    'eps-ignored-keras': {
      en: "RMSprop with an eps of 1e-7, Keras's default, whatever is asked for",
      zh: '不管传入什么、eps 总是 1e-7（Keras 的默认值）的 RMSprop',
      cards: ['rmsprop/eps-keras'],
      choice: 1e-7,
    },
  },
  returned: {
    'returns-root': {
      en: 'RMSprop that returns the root of the average; return the average itself',
      zh: '返回平均值平方根的 RMSprop；应返回平均值本身',
      cards: ['rmsprop/second-moment'],
      choice: Math.sqrt,
    },
  },
  ...stepsRules('RMSprop', ['rmsprop/step-order']),
  ...directionRules('RMSprop', ['rmsprop/step-order']),
  ...roundingRules([2, 3], ['rmsprop/one-step']),
})

interface Choices extends DirectionChoices, RoundingChoices, StepsChoices {
  readonly average?: (at: { readonly old: number; readonly added: number; readonly alpha: number }) => number
  /** What a gradient adds to the average. */
  readonly added?: (g: number) => number
  readonly alpha?: number
  readonly start?: number
  readonly kept?: 'nothing'
  /** Of which the divisor is made. */
  readonly divided?: (at: Averages) => number
  readonly divisor?: (v: number, eps: number) => number
  readonly eps?: number
  readonly returned?: (v: number) => number
}

interface Averages {
  readonly v: number
  readonly old: number
  /** Of the gradient itself. */
  readonly mean: number
  readonly alpha: number
  readonly t: number
}

function rmspropWith({ direction = 1, start = 0, kept, ...choices }: Choices): typeof rmsprop {
  const { average = ({ old, added, alpha }) => alpha * old + (1 - alpha) * added } = choices
  const { added = (g) => g * g, divided = ({ v }) => v, divisor = (v, eps) => Math.sqrt(v) + eps } = choices
  const { returned = (v) => v } = choices
  return (given, all, lr, askedAlpha, askedEps) => {
    const [params, grads] = stepsTaken([given, all], choices)
    const [alpha, eps] = [choices.alpha ?? askedAlpha, choices.eps ?? askedEps]
    const begin = { squareAvg: start, mean: 0 }
    const { params: moved, squareAvg } = eachParameter([params, grads], begin, choices, (p, last, g, t) => {
      const old = kept ? start : last.squareAvg
      const v = average({ old, added: added(g), alpha })
      const mean = alpha * last.mean + (1 - alpha) * g
      const by = divisor(divided({ v, old, mean, alpha, t }), eps)
      const left = t === grads.shape[0] ? returned(v) : v
      return [p - (direction * lr * g) / by, { squareAvg: left, mean }]
    })
    return { params: moved, squareAvg }
  }
}
