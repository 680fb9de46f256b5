import {
  defineRules,
  eachParameter,
  type RoundingChoices,
  roundingRules,
  type StepsChoices,
  stepsRules,
  stepsTaken,
} from '#kit'
import type { momentum } from './reference.ts'

/** The mistakes people make in momentum; the notes' own (an average where PyTorch sums) among them. */
export const rules = defineRules(momentumWith, {
  velocity: {
    'ema-velocity': {
      en: 'momentum as an average, v = mu v + (1 - mu) g; PyTorch adds the whole gradient',
      zh: '滑动平均形式的动量 v = mu v + (1 - mu) g；PyTorch 加的是整个梯度',
      cards: ['momentum/ema-form', 'momentum/pytorch-form'],
      choice: ({ old, g, mu }) => mu * old + (1 - mu) * g,
    },
    'dampened-after-first': {
      en: 'SGD with dampening = mu: the first velocity is the whole gradient, later gradients count 1 - mu',
      zh: 'dampening = mu 的 SGD：第一步的速度是整个梯度，之后的梯度只占 1 - mu',
      cards: ['momentum/dampening-first-step', 'momentum/pytorch-form'],
      choice: ({ old, g, mu, t }) => mu * old + (t === 1 ? 1 : 1 - mu) * g,
    },
    'mu-on-the-gradient': {
      en: 'momentum with mu on the wrong side, v = (1 - mu) v + mu g; the velocity keeps the share mu and adds the whole gradient',
      zh: 'mu 放反了的动量 v = (1 - mu) v + mu g；速度应保留 mu 倍的自身，再加上整个梯度',
      cards: ['momentum/ema-form', 'momentum/pytorch-form'],
      choice: ({ old, g, mu }) => (1 - mu) * old + mu * g,
    },
    'velocity-not-decayed': {
      en: 'momentum whose velocity adds up all gradients: the factor mu is missing',
      zh: '速度把所有梯度直接累加、漏了系数 mu 的动量法',
      cards: ['momentum/pytorch-form', 'momentum/recursion-index'],
      choice: ({ old, g }) => old + g,
    },
    'mu-on-both': {
      en: 'momentum that multiplies the gradient by mu too, v = mu (v + g); mu is the share of the old velocity alone',
      zh: '把梯度也乘了 mu 的动量 v = mu (v + g)；mu 只是旧速度保留的比例',
      cards: ['momentum/pytorch-form', 'momentum/recursion-index'],
      choice: ({ old, g, mu }) => mu * (old + g),
    },
  },
  kept: {
    'velocity-not-kept': {
      en: 'momentum whose velocity begins at zero again in each step',
      zh: '每一步都把速度重新置零的动量法',
      cards: ['momentum/recursion-index', 'momentum/pytorch-form'],
      choice: 'last',
    },
    'velocity-not-stored': {
      en: 'momentum that computes a velocity in each step and never stores it: it stays 0, and so is returned',
      zh: '每一步都算了速度、却从未存回的动量法：速度始终是 0，返回的也是 0',
      cards: ['momentum/recursion-index', 'momentum/pytorch-form'],
      choice: 'nothing',
    },
  },
  mu: {
    'no-momentum': {
      en: 'plain SGD, as if mu were 0: the velocity does not carry over from step to step',
      zh: '普通 SGD（相当于 mu 为 0）：速度没有在各步之间累积',
      cards: ['momentum/pytorch-form', 'momentum/recursion-index'],
      choice: 0,
    },
    'mu-ignored': {
      en: 'momentum with a mu of 0.9 whatever is asked for',
      zh: '不管传入什么、mu 总是 0.9 的动量法',
      cards: ['momentum/pytorch-form'],
      choice: 0.9,
    },
  },
  nesterov: {
    'nesterov-ignored': {
      en: 'classical momentum even where nesterov is true: the flag is not used, or g + mu v takes the old v, which comes to the same',
      zh: 'nesterov 为 true 时仍是普通动量：没有用到这个标志，或者 g + mu v 里用了旧的 v（结果一样）',
      cards: ['momentum/nesterov-old-velocity', 'momentum/nesterov-pytorch'],
      choice: false,
    },
    'nesterov-always': {
      en: 'Nesterov momentum even where nesterov is false',
      zh: '在 nesterov 为 false 时也使用了 Nesterov 动量',
      cards: ['momentum/nesterov-pytorch', 'momentum/pytorch-form'],
      choice: true,
    },
  },
  stale: {
    'stale-velocity': {
      en: 'momentum that moves by the velocity of the step before: update v first, then the parameters',
      zh: '用上一步速度更新参数的动量法：应先更新 v，再更新参数',
      cards: ['momentum/stale-velocity'],
      choice: true,
    },
  },
  // Nesterov's step may be right where the classical one is stale.
  fresh: { 'nesterov-not-stale': { choice: true } },
  corrected: {
    'velocity-bias-corrected': {
      en: 'momentum that divides the velocity by 1 - mu^t before it moves, as Adam does with its averages',
      zh: '更新前把速度除以 1 - mu^t 的动量法（Adam 才对平均值做这种修正）',
      cards: ['momentum/ema-form', 'momentum/pytorch-form'],
      choice: true,
    },
  },
  ahead: {
    'nesterov-without-gradient': {
      en: 'Nesterov that moves by mu v alone: the gradient of this step is missing',
      zh: 'Nesterov 只移动了 mu v：漏掉了当前步的梯度',
      cards: ['momentum/nesterov-pytorch', 'momentum/nesterov-first-step'],
      choice: ({ v, mu }) => mu * v,
    },
    'nesterov-velocity-plus-gradient': {
      en: 'Nesterov that moves by g + v: the factor mu before v is missing',
      zh: 'Nesterov 移动了 g + v：v 前面漏了系数 mu',
      cards: ['momentum/nesterov-pytorch'],
      choice: ({ g, v }) => g + v,
    },
    'nesterov-of-the-book': {
      en: 'Nesterov that moves by (1 + mu) g + mu^2 v with the new v, as in a well-known book; with these factors it is the old v',
      zh: 'Nesterov 移动了 (1 + mu) g + mu^2 v，用的却是新的 v（某本名著里的写法）；配这些系数时应当用旧的 v',
      cards: ['momentum/nesterov-pytorch'],
      choice: ({ g, v, mu }) => (1 + mu) * g + mu * mu * v,
    },
    'nesterov-averaged-gradient': {
      en: 'Nesterov that moves by mu v + (1 - mu) g; this step takes its whole gradient and mu times the new velocity',
      zh: 'Nesterov 移动了 mu v + (1 - mu) g；这一步应是整个当前梯度加上 mu 倍的新速度',
      cards: ['momentum/nesterov-pytorch', 'momentum/ema-form'],
      choice: ({ g, v, mu }) => mu * v + (1 - mu) * g,
    },
    'nesterov-velocity-plus-mu-velocity': {
      en: 'Nesterov that moves by v + mu v; this step takes its gradient and mu times the new velocity',
      zh: 'Nesterov 移动了 v + mu v；这一步应是当前梯度加上 mu 倍的新速度',
      cards: ['momentum/nesterov-pytorch'],
      choice: ({ v, mu }) => v + mu * v,
    },
  },
  returned: {
    'rate-inside-velocity': {
      en: 'a velocity that holds the rate, v = mu v + lr g: PyTorch multiplies by lr only when it moves the parameters',
      zh: '含学习率的速度 v = mu v + lr g；PyTorch 只在更新参数时才乘以 lr',
      cards: ['momentum/rate-inside-velocity', 'momentum/pytorch-form'],
      choice: (v, lr) => v * lr,
    },
    'rate-inside-velocity-signed': {
      en: 'a velocity of v = mu v - lr g, the convention of Keras; in PyTorch v holds gradients, without rate and sign',
      zh: 'Keras 写法的速度 v = mu v - lr g；PyTorch 的 v 累积的是梯度本身，不含学习率和负号',
      cards: ['momentum/sign-conventions', 'momentum/rate-inside-velocity'],
      choice: (v, lr) => -v * lr,
    },
    'velocity-signed': {
      en: 'a velocity of v = mu v - g; in PyTorch v adds the gradient, and the minus comes when the parameters move',
      zh: '带负号的速度 v = mu v - g；PyTorch 的 v 累积梯度本身，更新参数时才取负',
      cards: ['momentum/sign-conventions'],
      choice: (v) => -v,
    },
  },
  rate: {
    ascent: {
      en: 'momentum that adds the step instead of subtracting it: it climbs',
      zh: '把更新量加上去（而不是减去）的动量法：成了梯度上升',
      cards: ['momentum/sign-conventions'],
      choice: (lr) => -lr,
    },
    'rate-applied-twice': {
      en: 'momentum that multiplies by lr twice, in the velocity and when it moves the parameters',
      zh: '学习率乘了两次（速度里一次、更新参数时一次）的动量法',
      cards: ['momentum/rate-inside-velocity'],
      choice: (lr) => lr * lr,
    },
  },
  ...stepsRules('momentum', ['momentum/recursion-index'], '动量法'),
  ...roundingRules([3, 4], ['momentum/two-steps']),
})

interface Choices extends RoundingChoices, StepsChoices {
  readonly velocity?: (at: { readonly old: number } & StepState) => number
  /** What of a velocity is there in the next step. */
  readonly kept?: 'last' | 'nothing'
  readonly mu?: number
  readonly nesterov?: boolean
  /** What Nesterov's parameters move by, before the rate. */
  readonly ahead?: (at: Moving) => number
  readonly stale?: boolean
  readonly fresh?: boolean
  readonly corrected?: boolean
  readonly returned?: (v: number, lr: number) => number
  readonly rate?: (lr: number) => number
}

interface StepState {
  readonly g: number
  readonly mu: number
  readonly t: number
}

interface Moving extends StepState {
  readonly v: number
}

function momentumWith({ kept, ...choices }: Choices): typeof momentum {
  const { velocity = ({ old, g, mu }) => mu * old + g, returned = (v) => v, rate = (lr) => lr } = choices
  const { ahead = ({ g, v, mu }) => g + mu * v } = choices
  return (given, all, lr, askedMu, asked) => {
    const [mu, nesterov] = [choices.mu ?? askedMu, choices.nesterov ?? asked]
    const isStale = choices.stale && !(choices.fresh && nesterov)
    const steps = stepsTaken([given, all], choices)
    const [, grads] = steps
    return eachParameter(steps, { velocity: 0 }, choices, (p, last, g, t) => {
      const old = kept ? 0 : last.velocity
      const v = velocity({ old, g, mu, t })
      const left = kept === 'nothing' ? 0 : v
      const isLast = t === grads.shape[0]
      const by = (isStale ? old : v) / (choices.corrected ? 1 - mu ** t : 1)
      const moved = p - rate(lr) * (nesterov ? ahead({ g, mu, t, v: by }) : by)
      return [moved, { velocity: isLast ? returned(left, lr) : left }]
    })
  }
}
