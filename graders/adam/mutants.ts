import { eachParameter, mistakes } from '#kit'
import type { adam } from './reference.ts'

/** The mistakes people make in Adam; the notes' own (one base in both corrections, no eps) among them. */
export const mutants = mistakes(adamWith, {
  'no-bias-correction': {
    en: 'Adam without bias correction',
    zh: '没有做偏差修正的 Adam',
    cards: ['adam/no-bias-correction', 'adam/correction-terms'],
    rule: { corrections: () => [1, 1] },
  },
  'only-m-corrected': {
    en: 'Adam that corrects m but not v',
    zh: '只修正了 m、没有修正 v 的 Adam',
    cards: ['adam/correction-terms', 'adam/no-bias-correction'],
    rule: { corrections: (t, beta1) => [1 - beta1 ** t, 1] },
  },
  'only-v-corrected': {
    en: 'Adam that corrects v but not m',
    zh: '只修正了 v、没有修正 m 的 Adam',
    cards: ['adam/correction-terms', 'adam/bias-correction-m'],
    rule: { corrections: (t, _, beta2) => [1, 1 - beta2 ** t] },
  },
  'same-beta': {
    en: 'Adam that divides both averages by 1 - beta1^t; v needs beta2',
    zh: '把两个平均值都除以 1 - beta1^t 的 Adam；v 应当用 beta2',
    cards: ['adam/same-beta', 'adam/correction-terms'],
    rule: { corrections: (t, beta1) => [1 - beta1 ** t, 1 - beta1 ** t] },
  },
  'step-counter-zero': {
    en: 'Adam whose step counter starts at 0: 1 - beta^0 is 0, and dividing by it makes every parameter NaN',
    zh: '步数从 0 开始的 Adam：1 - beta^0 等于 0，除以它后所有参数都变成 NaN',
    cards: ['adam/step-counter-zero', 'adam/step-order'],
    rule: { corrections: (t, beta1, beta2) => [1 - beta1 ** (t - 1), 1 - beta2 ** (t - 1)] },
  },
  'correction-without-power': {
    en: 'Adam that corrects with 1 - beta at every step; the power t is missing',
    zh: '每一步都用 1 - beta 修正的 Adam，漏掉了 t 次幂',
    cards: ['adam/correction-terms', 'adam/bias-correction-m'],
    rule: { corrections: (_, beta1, beta2) => [1 - beta1, 1 - beta2] },
  },
  'eps-inside-root': {
    en: 'Adam with eps inside the square root; it is added to the root',
    zh: '把 eps 放进根号里的 Adam；eps 应加在根号外面',
    cards: ['adam/eps-inside-root', 'adam/eps-role'],
    rule: { divisor: (v, correction, eps) => Math.sqrt(v / correction + eps) },
  },
  'eps-hat': {
    en: 'Adam with the corrections folded into the learning rate, so that eps is added to the uncorrected root',
    zh: '把偏差修正并入学习率的 Adam：eps 因此加在了未修正的 sqrt(v) 上',
    cards: ['adam/eps-hat'],
    rule: {
      divisor: (v, correction, eps) => (Math.sqrt(v) + eps) / Math.sqrt(correction),
    },
  },
  'no-eps': {
    en: 'Adam without eps: a parameter that has received no gradient becomes 0/0',
    zh: '没有 eps 的 Adam：从未收到梯度的参数会变成 0/0',
    cards: ['adam/eps-role'],
    rule: { divisor: (v, correction) => Math.sqrt(v / correction) },
  },
  'no-root': {
    en: 'Adam that divides by v instead of its square root',
    zh: '直接除以 v、没有开平方根的 Adam',
    cards: ['adam/step-order', 'adam/scale-invariance'],
    rule: { divisor: (v, correction, eps) => v / correction + eps },
  },
  'overwritten-moment': {
    en: 'Adam that stores the corrected averages as its state, so that they are corrected again at the next step',
    zh: '把修正后的平均值存回状态的 Adam：下一步又会再修正一次',
    cards: ['adam/overwritten-moment'],
    rule: { store: 'corrected' },
  },
  'returns-corrected': {
    says: {
      en: 'Your parameters are right, but m and v equal the corrected averages; return the uncorrected state.',
      zh: '你的参数是对的，但返回的 m、v 等于修正后的值；应返回未修正的状态。',
    },
    cards: ['adam/overwritten-moment', 'adam/bias-correction-m'],
    rule: { store: 'corrected at the end' },
  },
  'betas-swapped': {
    en: 'Adam with beta1 and beta2 swapped',
    zh: '把 beta1 和 beta2 用反了的 Adam',
    cards: ['adam/two-averages', 'adam/defaults'],
    run: (params, grads, lr, beta1, beta2, eps) => adamWith({})(params, grads, lr, beta2, beta1, eps),
  },
  'moments-not-averaged': {
    en: 'Adam whose first moment adds the whole gradient, as momentum does: the factor 1 - beta1 is missing',
    zh: '一阶矩像动量法那样直接加上整个梯度的 Adam：漏了系数 1 - beta1',
    cards: ['adam/first-moment'],
    rule: { weight1: () => 1 },
  },
  ascent: {
    en: 'Adam that adds the step instead of subtracting it: it climbs',
    zh: '把更新量加上去（而不是减去）的 Adam：成了梯度上升',
    cards: ['adam/step-order'],
    run: (params, grads, lr, beta1, beta2, eps) => adamWith({})(params, grads, -lr, beta1, beta2, eps),
  },
})

interface Rule {
  readonly corrections?: (t: number, beta1: number, beta2: number) => readonly [number, number]
  readonly divisor?: (v: number, correction: number, eps: number) => number
  readonly weight1?: (beta1: number) => number
  readonly store?: 'raw' | 'corrected' | 'corrected at the end'
}

function adamWith({ store = 'raw', ...rule }: Rule): typeof adam {
  const { divisor = (v: number, correction: number, eps: number) => Math.sqrt(v / correction) + eps } = rule
  const { weight1 = (beta1: number) => 1 - beta1 } = rule
  const { corrections = (t: number, b1: number, b2: number) => [1 - b1 ** t, 1 - b2 ** t] as const } = rule
  return (params, grads, lr, beta1, beta2, eps) =>
    eachParameter([params, grads], { m: 0, v: 0 }, (p, last, g, t) => {
      const m = beta1 * last.m + weight1(beta1) * g
      const v = beta2 * last.v + (1 - beta2) * g * g
      const [correction1, correction2] = corrections(t, beta1, beta2)
      const moved = p - (lr * (m / correction1)) / divisor(v, correction2, eps)
      const isCorrected = store === 'corrected' || (store === 'corrected at the end' && t === grads.shape[0])
      return [moved, isCorrected ? { m: m / correction1, v: v / correction2 } : { m, v }]
    })
}
