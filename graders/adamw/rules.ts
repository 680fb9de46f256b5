import { type AdamChoices, adamRules, adamSteps, type DecayChoices, decayRules, defineRules } from '#kit'
import type { adamw } from './reference.ts'

const DECAY = decayRules('AdamW', ['adam/adamw-shrink', 'adam/adamw-line'])

/** Those of Adam, and of the decay. */
export const rules = defineRules(adamwWith, {
  decay: {
    'no-weight-decay': {
      en: 'Adam without weight decay',
      zh: '没有权重衰减的 Adam',
      cards: ['adam/adamw-line'],
      choice: () => ({}),
    },
    'l2-in-gradient': {
      en: 'Adam with L2, whose decay joins the gradient and is averaged and divided with it; AdamW takes it off the parameters',
      zh: '带 L2 的 Adam：衰减项并入梯度，随之被平均、被除；AdamW 直接作用在参数上',
      cards: ['adam/l2-through-adam', 'norms/decay-vs-l2-adam', 'adam/adamw-line'],
      choice: (_, weightDecay) => ({ gradient: (g, p) => g + weightDecay * p }),
    },
    'decay-inside-division': {
      en: 'AdamW whose decay is added to the corrected m, and so divided by the root of v',
      zh: '把衰减项加到修正后的 m 上的 AdamW：衰减项因此也除以了 v 的平方根',
      cards: ['adam/adamw-line', 'adam/l2-through-adam'],
      choice: (_, weightDecay) => ({ dividend: (mHat, p) => mHat + weightDecay * p }),
    },
    'decay-without-rate': {
      en: 'AdamW that takes weightDecay times the parameter off it: the factor lr is missing',
      zh: '每步直接减去 weightDecay 倍参数的 AdamW：漏了系数 lr',
      cards: ['adam/adamw-line', 'adam/adamw-shrink'],
      choice: (_, weightDecay) => ({ before: (p) => p - weightDecay * p }),
    },
    'decay-after-step': {
      en: 'AdamW that decays the parameters after the step; the decay comes first',
      zh: '先更新、后衰减的 AdamW；应先衰减',
      cards: ['adam/adamw-line'],
      choice: (lr, weightDecay) => ({ after: (p) => p - lr * weightDecay * p }),
    },
    'decay-after-step-without-rate': {
      en: 'AdamW that multiplies the parameters by 1 - weightDecay after the step: the factor lr is missing, and the decay comes first',
      zh: '更新之后才把参数乘以 1 - weightDecay 的 AdamW：漏了系数 lr，而且应先衰减',
      cards: ['adam/adamw-line', 'adam/adamw-shrink'],
      choice: (_, weightDecay) => ({ after: (p) => p - weightDecay * p }),
    },
    'decay-where-gradient': {
      en: 'AdamW that decays a parameter only where its gradient is not 0',
      zh: '只在梯度不为 0 时才衰减的 AdamW',
      cards: ['adam/adamw-shrink'],
      choice: (lr, weightDecay) => ({ before: (p, g) => (g === 0 ? p : p - lr * weightDecay * p) }),
    },
    'decay-reversed': {
      en: 'AdamW whose decay has the wrong sign: the parameters grow',
      zh: '衰减项符号写反了的 AdamW：参数反而变大',
      cards: ['adam/adamw-line', 'adam/adamw-shrink'],
      choice: (lr, weightDecay) => ({ before: (p) => p + lr * weightDecay * p }),
    },
  },
  weightDecay: {
    ...DECAY.weightDecay,
    'decay-ignored': {
      en: "AdamW with a decay of 0.01, PyTorch's default, whatever is asked for",
      zh: '不管传入什么、衰减总是 0.01（PyTorch 的默认值）的 AdamW',
      cards: ['adam/adamw-line'],
      choice: () => 0.01,
    },
  },
  ...adamRules('AdamW'),
})

interface Choices extends AdamChoices, DecayChoices {
  readonly decay?: (lr: number, weightDecay: number) => Parameters<typeof adamSteps>[3]
}

function adamwWith({ decay = shrinking, weightDecay = (given) => given, ...choices }: Choices): typeof adamw {
  return (params, grads, lr, beta1, beta2, eps, asked) =>
    adamSteps([params, grads], { lr, beta1, beta2, eps }, choices, decay(lr, weightDecay(asked)))
}

function shrinking(lr: number, weightDecay: number) {
  return { before: (p: number) => p - lr * weightDecay * p }
}
