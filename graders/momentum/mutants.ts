import { eachParameter, mistakes } from '#kit'
import type { momentum } from './reference.ts'

/** The mistakes people make in momentum; the notes' own (an average where PyTorch sums) among them. */
export const mutants = mistakes(momentumWith, {
  'ema-velocity': {
    en: 'momentum as an average, v = mu v + (1 - mu) g; PyTorch adds the whole gradient',
    zh: '滑动平均形式的动量 v = mu v + (1 - mu) g；PyTorch 加的是整个梯度',
    cards: ['momentum/ema-form', 'momentum/pytorch-form'],
    rule: { weight: (mu) => 1 - mu },
  },
  'dampened-after-first': {
    en: 'SGD with dampening = mu: the first velocity is the whole gradient, later gradients count 1 - mu',
    zh: 'dampening = mu 的 SGD：第一步的速度是整个梯度，之后的梯度只占 1 - mu',
    cards: ['momentum/dampening-first-step', 'momentum/pytorch-form'],
    rule: { weight: (mu, t) => (t === 1 ? 1 : 1 - mu) },
  },
  'nesterov-old-velocity': {
    en: 'Nesterov with g + mu v of the old v, which is nothing but classical momentum; take the new v',
    zh: '在 g + mu v 中用了旧的 v，结果就是普通动量；Nesterov 应使用更新后的 v',
    cards: ['momentum/nesterov-old-velocity', 'momentum/nesterov-pytorch'],
    rule: { step: ({ v }) => v },
  },
  'stale-velocity': {
    en: 'momentum that moves by the velocity of the step before: update v first, then the parameters',
    zh: '用上一步速度更新参数的动量法：应先更新 v，再更新参数',
    cards: ['momentum/stale-velocity'],
    rule: { step: ({ g, mu, old, nesterov }) => (nesterov ? g + mu * old : old) },
  },
  'nesterov-always': {
    en: 'Nesterov momentum even where nesterov is false',
    zh: '在 nesterov 为 false 时也使用了 Nesterov 动量',
    cards: ['momentum/nesterov-pytorch', 'momentum/pytorch-form'],
    rule: { step: ({ g, v, mu }) => g + mu * v },
  },
  'nesterov-without-gradient': {
    en: 'Nesterov that moves by mu v alone: the gradient of this step is missing',
    zh: 'Nesterov 只移动了 mu v：漏掉了当前步的梯度',
    cards: ['momentum/nesterov-pytorch', 'momentum/nesterov-first-step'],
    rule: { step: ({ v, mu, nesterov }) => (nesterov ? mu * v : v) },
  },
  'nesterov-velocity-plus-gradient': {
    en: 'Nesterov that moves by g + v: the factor mu before v is missing',
    zh: 'Nesterov 移动了 g + v：v 前面漏了系数 mu',
    cards: ['momentum/nesterov-pytorch'],
    rule: { step: ({ g, v, nesterov }) => (nesterov ? g + v : v) },
  },
  'rate-inside-velocity': {
    says: {
      en: 'Your parameters are right, but the velocity equals v = mu v + lr g: PyTorch multiplies by lr only when it moves the parameters.',
      zh: '你的参数是对的，但速度等于 v = mu v + lr g；PyTorch 只在更新参数时才乘以 lr。',
    },
    cards: ['momentum/rate-inside-velocity', 'momentum/pytorch-form'],
    rule: { returned: (v, lr) => v * lr },
  },
  'rate-inside-velocity-signed': {
    says: {
      en: 'Your parameters are right, but the velocity equals v = mu v - lr g, the convention of Keras; in PyTorch v holds gradients, without rate and sign.',
      zh: '你的参数是对的，但速度等于 Keras 的写法 v = mu v - lr g；PyTorch 的 v 累积的是梯度本身，不含学习率和负号。',
    },
    cards: ['momentum/sign-conventions', 'momentum/rate-inside-velocity'],
    rule: { returned: (v, lr) => -v * lr },
  },
  'no-momentum': {
    en: 'plain SGD: the velocity does not carry over from step to step',
    zh: '普通 SGD：速度没有在各步之间累积',
    cards: ['momentum/pytorch-form', 'momentum/recursion-index'],
    run: (params, grads, lr, _, nesterov) => momentumWith({})(params, grads, lr, 0, nesterov),
  },
  ascent: {
    en: 'momentum that adds the step instead of subtracting it: it climbs',
    zh: '把更新量加上去（而不是减去）的动量法：成了梯度上升',
    cards: ['momentum/sign-conventions'],
    run: (params, grads, lr, mu, nesterov) => momentumWith({})(params, grads, -lr, mu, nesterov),
  },
})

interface Rule {
  readonly weight?: (mu: number, t: number) => number
  readonly step?: (at: StepState) => number
  readonly returned?: (v: number, lr: number) => number
}

interface StepState {
  readonly g: number
  readonly mu: number
  readonly old: number
  readonly v: number
  readonly nesterov: boolean
}

function momentumWith(rule: Rule): typeof momentum {
  const { weight = () => 1, step = rightStep, returned = (v: number) => v } = rule
  return (params, grads, lr, mu, nesterov) =>
    eachParameter([params, grads], { velocity: 0 }, (p, { velocity: old }, g, t) => {
      const v = mu * old + weight(mu, t) * g
      const isLast = t === grads.shape[0]
      return [p - lr * step({ g, mu, old, v, nesterov }), { velocity: isLast ? returned(v, lr) : v }]
    })
}

function rightStep({ g, v, mu, nesterov }: StepState): number {
  return nesterov ? g + mu * v : v
}
