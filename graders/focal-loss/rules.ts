import {
  type BinaryEntropy,
  binaryEntropy,
  defineRules,
  f32,
  reductionRules,
  type SigmoidChoices,
  sigmoidRules,
} from '#kit'
import type { focalLoss } from './reference.ts'

const common = reductionRules({ one: ['focal-loss/formula'], all: ['focal-loss/normalise'] })

/** The mistakes people make in the focal loss; those that the formula invites (1 - p for both classes, one alpha for all) among them. */
export const rules = defineRules(focalLossWith, {
  ...sigmoidRules(),
  sign: common.sign,
  unit: common.unit,
  factor: {
    'one-minus-p-for-both': {
      en: 'a factor of (1 - p)^gamma for both classes; for a negative 1 - p_t is p',
      zh: '两类样本都用 (1 - p)^gamma 作因子；负样本的 1 - p_t 其实是 p',
      cards: ['focal-loss/pt', 'focal-loss/formula'],
      choice: ({ p }) => ({ base: 1 - p, relative: -p }),
    },
    'factor-of-p-t': {
      en: 'a factor of p_t^gamma, which turns the hard examples down; it is (1 - p_t)^gamma',
      zh: '因子写成了 p_t^gamma，压低的反而是难样本；应为 (1 - p_t)^gamma',
      cards: ['focal-loss/gamma', 'focal-loss/formula'],
      choice: ({ pt, sign }) => ({ base: pt, relative: sign * (1 - pt) }),
    },
  },
  gamma: {
    'no-factor': {
      en: 'a weighted cross-entropy: the factor (1 - p_t)^gamma is missing',
      zh: '只是加权的交叉熵：漏了因子 (1 - p_t)^gamma',
      cards: ['focal-loss/gamma-zero', 'focal-loss/formula'],
      choice: () => 0,
    },
    'gamma-ignored': {
      en: 'a focal loss with a gamma of 2 whatever is asked for',
      zh: '不管传入什么、gamma 总是 2 的 Focal Loss',
      cards: ['focal-loss/gamma'],
      choice: () => 2,
    },
  },
  alpha: {
    'alpha-for-both': {
      en: 'a focal loss with the weight alpha for both classes; a negative has 1 - alpha',
      zh: '两类样本的权重都是 alpha；负样本应为 1 - alpha',
      cards: ['focal-loss/alpha-t'],
      choice: (alpha) => alpha,
    },
    'alpha-for-positives-alone': {
      en: 'a focal loss that weighs the positives by alpha and leaves the negatives at 1; a negative has 1 - alpha',
      zh: '正样本乘 alpha、负样本权重仍为 1；负样本应为 1 - alpha',
      cards: ['focal-loss/alpha-t'],
      choice: (alpha, isPositive) => (isPositive ? alpha : 1),
    },
    'alpha-swapped': {
      en: 'a focal loss with alpha for the negatives and 1 - alpha for the positives; it is the other way round',
      zh: '负样本乘 alpha、正样本乘 1 - alpha；正好反了',
      cards: ['focal-loss/alpha-t', 'focal-loss/alpha-below-half'],
      choice: (alpha, isPositive) => (isPositive ? 1 - alpha : alpha),
    },
    'alpha-ignored': {
      en: 'a focal loss without alpha: every example weighs 1',
      zh: '没有用 alpha：所有样本权重都是 1',
      cards: ['focal-loss/alpha-t', 'focal-loss/formula'],
      choice: () => 1,
    },
  },
  isWeighted: {
    'negative-alpha-weighs': {
      en: 'a focal loss that weighs by a negative alpha as by any other; a negative one means no weighting',
      zh: 'alpha 为负时照样拿来加权；负的 alpha 表示不加权',
      cards: ['focal-loss/alpha-t'],
      choice: () => true,
    },
    'alpha-zero-is-none': {
      en: 'a focal loss that does not weigh where alpha is 0; only a negative alpha means no weighting',
      zh: 'alpha 为 0 时没有加权；只有负的 alpha 才表示不加权',
      cards: ['focal-loss/alpha-t'],
      choice: (alpha) => alpha > 0,
    },
  },
  reduced: {
    ...common.reduced,
    'loss-over-positives': {
      en: 'a loss that is divided by the number of positives, as RetinaNet does; here it is the mean over all',
      zh: '除以正样本数的损失（RetinaNet 的做法）；这里要对全部样本取平均',
      cards: ['focal-loss/normalise'],
      choice: (_, positives) => positives,
    },
  },
  slope: {
    'factor-held-constant': {
      en: 'a gradient that holds the factor (1 - p_t)^gamma constant; it depends on the logit and has a derivative of its own',
      zh: '梯度里把因子 (1 - p_t)^gamma 当成了常数；它也依赖 logit，有自己的导数',
      cards: ['focal-loss/formula', 'focal-loss/gamma'],
      choice: ({ scale, sign, pt }) => scale * -sign * (1 - pt),
    },
    'gradient-of-cross-entropy': {
      en: 'a gradient of p - target, that of plain cross-entropy, without factor and weight',
      zh: '梯度是 p - target，即普通交叉熵的梯度，没有因子和权重',
      cards: ['focal-loss/formula', 'cross-entropy/gradient'],
      choice: ({ sign, pt }) => -sign * (1 - pt),
    },
    'gradient-reversed': {
      en: 'a gradient with the sign changed, which points downhill',
      zh: '符号反了的梯度（指向下降方向）',
      cards: ['focal-loss/formula', 'cross-entropy/gradient'],
      choice: (at) => -slopeOf(at),
    },
    'gradient-for-p-t': {
      en: 'a gradient that is not turned round for negatives, where p_t falls as the logit rises',
      zh: '负样本的梯度没有变号：logit 增大时它的 p_t 是减小的',
      cards: ['focal-loss/pt', 'focal-loss/formula'],
      choice: (at) => at.sign * slopeOf(at),
    },
    'gradient-for-probabilities': {
      en: 'a gradient with respect to the probability p; times p (1 - p) it is that for the logit',
      zh: '求的是对概率 p 的梯度；再乘 p (1 - p) 才是对 logit 的梯度',
      cards: ['focal-loss/formula', 'vanishing-gradients/sigmoid-derivative'],
      choice: (at) => slopeOf(at) / (at.p * (1 - at.p)),
    },
  },
  // A wrong factor in the loss beside the right gradient, and the other way round.
  wrongIn: {
    'factor-of-the-loss-alone': { choice: 'loss' },
    'factor-of-the-gradient-alone': { choice: 'gradient' },
  },
  shared: {
    ...common.shared,
    'gradient-over-positives': {
      en: 'a gradient that is divided by the number of positives; here it is by N',
      zh: '梯度除以了正样本数；这里应除以 N',
      cards: ['focal-loss/normalise'],
      choice: (_, positives) => positives,
    },
  },
})

interface Choices extends SigmoidChoices {
  /** What is raised to gamma, and its derivative with respect to the logit as a multiple of it. */
  readonly factor?: (at: Example) => Factor
  readonly wrongIn?: 'loss' | 'gradient'
  readonly gamma?: (asked: number) => number
  readonly alpha?: (alpha: number, isPositive: boolean) => number
  readonly isWeighted?: (alpha: number) => boolean
  readonly sign?: number
  readonly unit?: number
  readonly slope?: (at: Slope) => number
  /** By what the sums of losses and of slopes are divided. */
  readonly reduced?: (size: number, positives: number) => number
  readonly shared?: (size: number, positives: number) => number
}

/** `loss` is -ln p_t; the sign is 1 for a positive and -1 for a negative. */
interface Example extends BinaryEntropy {
  readonly pt: number
  readonly sign: number
}

interface Factor {
  readonly base: number
  readonly relative: number
}

interface Slope extends Example {
  /** Weight times factor. */
  readonly scale: number
  readonly relative: number
  readonly gamma: number
}

function focalLossWith({ wrongIn, ...choices }: Choices): typeof focalLoss {
  const {
    gamma: gammaOf = (asked) => asked,
    isWeighted = (alpha) => alpha >= 0,
    sign: lossSign = 1,
    unit = 1,
  } = choices
  const { alpha: weightOf = (alpha, isPositive) => (isPositive ? alpha : 1 - alpha) } = choices
  const { factor = rightFactor, slope = slopeOf, reduced = allOf, shared = allOf } = choices
  return (logits, targets, alpha, asked) => {
    const gamma = gammaOf(asked)
    const of = Array.from(logits.data, (logit, i) => {
      const isPositive = targets.data[i] === 1
      const { p, loss } = binaryEntropy(logit, isPositive ? 1 : 0, choices)
      const at = { p, loss, pt: isPositive ? p : 1 - p, sign: isPositive ? 1 : -1 }
      const weight = isWeighted(alpha) ? weightOf(alpha, isPositive) : 1
      const [inLoss, inSlope] = [
        wrongIn === 'gradient' ? rightFactor(at) : factor(at),
        wrongIn === 'loss' ? rightFactor(at) : factor(at),
      ]
      const scale = weight * inSlope.base ** gamma
      return {
        loss: weight * inLoss.base ** gamma * loss,
        slope: slope({ ...at, scale, relative: inSlope.relative, gamma }),
      }
    })
    const positives = Math.max(1, targets.data.filter((target) => target === 1).length)
    const total = of.reduce((sum, { loss }) => sum + loss, 0)
    return {
      loss: (lossSign * unit * total) / reduced(of.length, positives),
      grad: f32(logits.shape, (i) => (of[i]?.slope ?? 0) / shared(of.length, positives)),
    }
  }
}

function rightFactor({ pt, sign }: Example): Factor {
  return { base: 1 - pt, relative: -sign * pt }
}

function slopeOf({ scale, relative, gamma, loss, sign, pt }: Slope): number {
  return scale * (gamma * relative * loss - sign * (1 - pt))
}

function allOf(size: number): number {
  return size
}
