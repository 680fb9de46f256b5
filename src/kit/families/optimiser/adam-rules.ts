import type { Nd } from '../../arrays.ts'
import { type RoundingChoices, roundingRules } from '../../rounding-rules.ts'
import type { RuleTable } from '../../rules.ts'
import { type DirectionChoices, directionRules } from './direction-rules.ts'
import { eachParameter, type StepInputs } from './optimiser.ts'
import { type StepsChoices, stepsRules, stepsTaken } from './steps-taken.ts'

export interface AdamChoices extends DirectionChoices, RoundingChoices, StepsChoices {
  /** Of steps, in the corrections. */
  readonly counter?: (t: number) => number
  readonly corrections?: (t: number, beta1: number, beta2: number) => readonly [number, number]
  readonly divisor?: (v: number, correction: number, eps: number) => number
  readonly eps?: number
  /** As they are used everywhere. */
  readonly betas?: (beta1: number, beta2: number) => readonly [number, number]
  /** With which m and v are averaged. */
  readonly averaged?: (beta1: number, beta2: number) => readonly [number, number]
  /** What a gradient adds to m and to v. */
  readonly first?: (g: number, share: number) => number
  readonly second?: (g: number, share: number) => number
  /** What is divided by the root, of the corrected m and the gradient. */
  readonly moved?: (mHat: number, g: number) => number
  readonly store?: 'corrected' | 'corrected at the end' | 'never'
  /** What becomes of m and v from one step to the next: corrected again and again, they leave the range of f32. */
  readonly kept?: (average: number) => number
}

/**
 * The mistakes people make in Adam; those of a widely copied set of notes (one base in both corrections, no eps) among
 * them.
 * @param name of the variant
 */
export function adamRules(name: string): Required<RuleTable<AdamChoices>> {
  return {
    corrections: {
      'no-bias-correction': {
        en: `${name} without bias correction`,
        zh: `没有做偏差修正的 ${name}`,
        cards: ['adam/no-bias-correction', 'adam/correction-terms'],
        choice: () => [1, 1],
      },
      'only-m-corrected': {
        en: `${name} that corrects m but not v`,
        zh: `只修正了 m、没有修正 v 的 ${name}`,
        cards: ['adam/correction-terms', 'adam/no-bias-correction'],
        choice: (t, beta1) => [1 - beta1 ** t, 1],
      },
      'only-v-corrected': {
        en: `${name} that corrects v but not m`,
        zh: `只修正了 v、没有修正 m 的 ${name}`,
        cards: ['adam/correction-terms', 'adam/bias-correction-m'],
        choice: (t, _, beta2) => [1, 1 - beta2 ** t],
      },
      'same-beta': {
        en: `${name} that divides both averages by 1 - beta1^t; v needs beta2`,
        zh: `把两个平均值都除以 1 - beta1^t 的 ${name}；v 应当用 beta2`,
        cards: ['adam/same-beta', 'adam/correction-terms'],
        choice: (t, beta1) => [1 - beta1 ** t, 1 - beta1 ** t],
      },
      'correction-without-power': {
        en: `${name} that corrects with 1 - beta at every step; the power t is missing`,
        zh: `每一步都用 1 - beta 修正的 ${name}，漏掉了 t 次幂`,
        cards: ['adam/correction-terms', 'adam/bias-correction-m'],
        choice: (_, beta1, beta2) => [1 - beta1, 1 - beta2],
      },
      'corrections-multiplied': {
        en: `${name} that multiplies the averages by 1 - beta^t; divide by it`,
        zh: `把平均值乘以 1 - beta^t 的 ${name}；应当除以它`,
        cards: ['adam/correction-terms', 'adam/bias-correction-m'],
        choice: (t, beta1, beta2) => [1 / (1 - beta1 ** t), 1 / (1 - beta2 ** t)],
      },
    },
    counter: {
      'step-counter-zero': {
        en: `${name} whose step counter starts at 0: 1 - beta^0 is 0, and dividing by it makes every parameter NaN`,
        zh: `步数从 0 开始的 ${name}：1 - beta^0 等于 0，除以它后所有参数都变成 NaN`,
        cards: ['adam/step-counter-zero', 'adam/step-order'],
        choice: (t) => t - 1,
      },
      'step-counter-ahead': {
        en: `${name} whose step counter is one ahead: the first step has t = 1, not 2`,
        zh: `步数多数了 1 的 ${name}：第一步应为 t = 1，而不是 2`,
        cards: ['adam/step-counter-zero', 'adam/step-order'],
        choice: (t) => t + 1,
      },
    },
    divisor: {
      'eps-inside-root': {
        en: `${name} with eps inside the square root; it is added to the root`,
        zh: `把 eps 放进根号里的 ${name}；eps 应加在根号外面`,
        cards: ['adam/eps-inside-root', 'adam/eps-role'],
        choice: (v, correction, eps) => Math.sqrt(v / correction + eps),
      },
      'eps-hat': {
        en: `${name} with the corrections folded into the learning rate, so that eps is added to the uncorrected root`,
        zh: `把偏差修正并入学习率的 ${name}：eps 因此加在了未修正的 sqrt(v) 上`,
        cards: ['adam/eps-hat'],
        choice: (v, correction, eps) => (Math.sqrt(v) + eps) / Math.sqrt(correction),
      },
      'no-eps': {
        en: `${name} without eps: a parameter that has received no gradient becomes 0/0`,
        zh: `没有 eps 的 ${name}：从未收到梯度的参数会变成 0/0`,
        cards: ['adam/eps-role'],
        choice: (v, correction) => Math.sqrt(v / correction),
      },
      'no-root': {
        en: `${name} that divides by v instead of its square root`,
        zh: `直接除以 v、没有开平方根的 ${name}`,
        cards: ['adam/step-order', 'adam/scale-invariance'],
        choice: (v, correction, eps) => v / correction + eps,
      },
    },
    eps: {
      'eps-ignored': {
        en: `${name} with an eps of 1e-8 whatever is asked for`,
        zh: `不管传入什么、eps 总是 1e-8 的 ${name}`,
        cards: ['adam/eps-role', 'adam/defaults'],
        choice: 1e-8,
      },
      'eps-ignored-keras': {
        en: `${name} with an eps of 1e-7, Keras's default, whatever is asked for`,
        zh: `不管传入什么、eps 总是 1e-7（Keras 的默认值）的 ${name}`,
        cards: ['adam/eps-role', 'adam/defaults'],
        choice: 1e-7,
      },
    },
    betas: {
      'betas-swapped': {
        en: `${name} with beta1 and beta2 swapped`,
        zh: `把 beta1 和 beta2 用反了的 ${name}`,
        cards: ['adam/two-averages', 'adam/defaults'],
        choice: (beta1, beta2) => [beta2, beta1],
      },
      'betas-ignored': {
        en: `${name} with betas of 0.9 and 0.999 whatever is asked for`,
        zh: `不管传入什么、beta 总是 0.9 和 0.999 的 ${name}`,
        cards: ['adam/defaults'],
        choice: () => [0.9, 0.999],
      },
    },
    averaged: {
      'beta1-in-v': {
        en: `${name} that averages the square of the gradient with beta1; v needs beta2`,
        zh: `用 beta1 平均梯度平方的 ${name}；v 应当用 beta2`,
        cards: ['adam/two-averages'],
        choice: (beta1) => [beta1, beta1],
      },
      'beta2-in-m': {
        en: `${name} that averages the gradient with beta2; m needs beta1`,
        zh: `用 beta2 平均梯度的 ${name}；m 应当用 beta1`,
        cards: ['adam/two-averages'],
        choice: (_, beta2) => [beta2, beta2],
      },
      'betas-on-the-gradient': {
        en: `${name} with the betas on the wrong side: the old averages keep beta, the gradient and its square get 1 - beta`,
        zh: `beta 放反了的 ${name}：旧平均值应占 beta，梯度及其平方占 1 - beta`,
        cards: ['adam/two-averages', 'adam/first-moment'],
        choice: (beta1, beta2) => [1 - beta1, 1 - beta2],
      },
    },
    first: {
      'moments-not-averaged': {
        en: `${name} whose first moment adds the whole gradient, as momentum does: the factor 1 - beta1 is missing`,
        zh: `一阶矩像动量法那样直接加上整个梯度的 ${name}：漏了系数 1 - beta1`,
        cards: ['adam/first-moment'],
        choice: (g) => g,
      },
    },
    second: {
      'gradient-not-squared': {
        en: `${name} whose v averages the gradient itself: its square is missing, and the root of a negative v is NaN`,
        zh: `v 平均的是梯度本身的 ${name}：漏了平方，v 为负时开方得 NaN`,
        cards: ['adam/two-averages'],
        choice: (g, share) => share * g,
      },
      'gradient-magnitude': {
        en: `${name} whose v averages the magnitude of the gradient instead of its square`,
        zh: `v 平均的是梯度绝对值（而不是平方）的 ${name}`,
        cards: ['adam/two-averages'],
        choice: (g, share) => share * Math.abs(g),
      },
      'squares-not-averaged': {
        en: `${name} whose v adds the whole square: the factor 1 - beta2 is missing`,
        zh: `v 直接加上整个平方的 ${name}：漏了系数 1 - beta2`,
        cards: ['adam/two-averages'],
        choice: (g) => g * g,
      },
    },
    moved: {
      'm-not-used': {
        en: `${name} that divides the gradient itself by the root of v, as RMSprop does; Adam divides m`,
        zh: `像 RMSprop 那样用梯度本身除以 v 的平方根的 ${name}；Adam 的分子是 m`,
        cards: ['adam/two-averages', 'adam/step-order'],
        choice: (_, g) => g,
      },
    },
    store: {
      'overwritten-moment': {
        en: `${name} that stores the corrected averages as its state, so that they are corrected again at the next step`,
        zh: `把修正后的平均值存回状态的 ${name}：下一步又会再修正一次`,
        cards: ['adam/overwritten-moment'],
        choice: 'corrected',
      },
      'returns-corrected': {
        en: `${name} that returns the corrected averages as m and v; return the uncorrected state`,
        zh: `返回的 m、v 是修正后的值的 ${name}；应返回未修正的状态`,
        cards: ['adam/overwritten-moment', 'adam/bias-correction-m'],
        choice: 'corrected at the end',
      },
      'averages-not-kept': {
        en: `${name} whose averages begin at zero again in each step`,
        zh: `每一步都把平均值重新置零的 ${name}`,
        cards: ['adam/two-averages', 'adam/step-order'],
        choice: 'never',
      },
    },
    kept: { 'averages-in-f32': { choice: Math.fround } },
    ...stepsRules(name, ['adam/step-order']),
    ...directionRules(name, ['adam/step-order']),
    ...roundingRules([2, 3], ['adam/second-step']),
  }
}

interface AdamSettings {
  readonly lr: number
  readonly beta1: number
  readonly beta2: number
  readonly eps: number
}

/** What a variant does besides; `g` is the gradient given, `p` the parameter before the step. */
interface AdamVariant {
  /** That the averages take in. */
  readonly gradient?: (g: number, p: number) => number
  /** That is divided: of the corrected average. */
  readonly dividend?: (mHat: number, p: number) => number
  /** Of the parameter, before the step is taken off it and after. */
  readonly before?: (p: number, g: number) => number
  readonly after?: (p: number, g: number) => number
}

export function adamSteps(
  inputs: StepInputs,
  { lr, beta1: asked1, beta2: asked2, eps }: AdamSettings,
  { store, direction = 1, kept = (average) => average, ...choices }: AdamChoices,
  variant: AdamVariant = {},
): { readonly [field in 'params' | 'm' | 'v']: Nd<'f32'> } {
  const { divisor = (v, correction, eps) => Math.sqrt(v / correction) + eps } = choices
  const { corrections = (t, beta1, beta2) => [1 - beta1 ** t, 1 - beta2 ** t], counter = (t) => t } = choices
  const { betas = (...asked) => asked, averaged = (...asked) => asked } = choices
  const { first = (g, share) => share * g, second = (g, share) => share * g * g } = choices
  const { moved = (mHat) => mHat } = choices
  const { gradient = (g) => g, dividend = (mHat) => mHat, before = (p) => p, after = (p) => p } = variant
  const [beta1, beta2] = betas(asked1, asked2)
  const [keep1, keep2] = averaged(beta1, beta2)
  const [params, grads] = stepsTaken(inputs, choices)
  return eachParameter([params, grads], { m: 0, v: 0 }, choices, (p, last, row, t) => {
    const g = gradient(row, p)
    const old = store === 'never' ? { m: 0, v: 0 } : last
    const m = keep1 * old.m + first(g, 1 - keep1)
    const v = keep2 * old.v + second(g, 1 - keep2)
    const [correction1, correction2] = corrections(counter(t), beta1, beta2)
    const step =
      (direction * lr * dividend(moved(m / correction1, g), p)) / divisor(v, correction2, choices.eps ?? eps)
    const isCorrected = store === 'corrected' || (store === 'corrected at the end' && t === grads.shape[0])
    const state = isCorrected ? [m / correction1, v / correction2] : [m, v]
    const [keptM = 0, keptV = 0] = state.map((one) => kept(one))
    return [after(before(p, row) - step, row), { m: keptM, v: keptV }]
  })
}

/**
 * Whether no step leads far away: where v has faded and m has not, one is m / eps long, and on the way back f32 has
 * lost more than the tolerance allows.
 */
export function staysNear(steps: StepInputs, settings: AdamSettings): boolean {
  let farthest = 0
  const after = (p: number) => {
    farthest = Math.max(farthest, Math.abs(p))
    return p
  }
  adamSteps(steps, settings, {}, { after })
  return farthest <= FAR
}

const FAR = 30
