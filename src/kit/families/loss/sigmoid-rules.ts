import type { RuleTable } from '../../rules.ts'
import { SMALL_CONSTANTS } from './small-constants.ts'

/** What programs choose otherwise between a logit and its binary cross-entropy. */
export interface SigmoidChoices {
  /** The logarithms of the sigmoid and of 1 less the sigmoid, which are taken where the logit itself is right. */
  readonly logarithm?: (p: number, floor: number, round: Round) => readonly [yes: number, no: number]
  readonly floor?: number
  /** In which the exponential is left to overflow. */
  readonly overflow?: (logit: number, target: number, exp: (power: number) => number) => number
  readonly arithmetic?: {
    readonly precision?: 'f32'
    /** Whether the target picks one of the two logarithms, so that the other may be infinite. */
    readonly picked?: true
  }
}

type Round = (value: number) => number

export interface BinaryEntropy {
  readonly p: number
  readonly loss: number
}

export function binaryEntropy(logit: number, target: number, choices: SigmoidChoices): BinaryEntropy {
  const { logarithm, floor = 1e-12, overflow, arithmetic: { precision, picked } = {} } = choices
  const round: Round = precision ? Math.fround : (value) => value
  const exp = (power: number) => round(Math.exp(power))
  const p = round(1 / round(1 + exp(-logit)))
  if (logarithm) {
    const [yes, no] = logarithm(p, floor, round)
    if (picked && (target === 0 || target === 1)) return { p, loss: -(target ? yes : no) }
    return { p, loss: -(target * yes + (1 - target) * no) }
  }
  const softplus = Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)))
  return { p, loss: overflow ? overflow(logit, target, exp) : softplus - logit * target }
}

export function sigmoidRules(): Required<RuleTable<SigmoidChoices>> {
  return {
    logarithm: {
      'log-of-sigmoid': {
        en: 'a logarithm of the finished sigmoid: where it has been rounded to 0 or 1 the loss is infinite, or NaN by 0 times infinity',
        zh: '先算完 sigmoid 再取对数：它被舍入成 0 或 1 后，损失变成无穷大，或者 0 乘无穷大得 NaN',
        cards: ['cross-entropy/bce-stable', 'focal-loss/stability'],
        choice: (p, _, round) => [Math.log(p), Math.log(round(1 - p))],
      },
      'constant-inside-log': {
        en: 'a loss with a small constant added inside the logarithm: it hides the underflow and caps the loss',
        zh: '在对数里加了一个小常数的损失：掩盖了下溢，使损失封顶',
        cards: ['focal-loss/stability', 'cross-entropy/bce-stable'],
        choice: (p, floor, round) => [Math.log(round(p + floor)), Math.log(round(round(1 - p) + floor))],
      },
      'probability-clipped': {
        en: 'a loss of probabilities that are clipped away from 0 and 1: it caps the loss',
        zh: '先把概率截断到离开 0 和 1 再取对数的损失：损失被封顶',
        cards: ['focal-loss/stability', 'cross-entropy/bce-stable'],
        choice(p, floor, round) {
          const clipped = Math.min(Math.max(p, round(floor)), round(1 - floor))
          return [Math.log(clipped), Math.log(round(1 - clipped))]
        },
      },
      'logarithms-capped': {
        en: 'a loss whose logarithms are held at -100 or above, as torch.nn.BCELoss does; from the logit it is exact, up to 1000 here',
        zh: '把对数截断在 -100 以上的损失（torch.nn.BCELoss 的做法）；由 logit 直接计算则是精确的，这里可达 1000',
        cards: ['cross-entropy/bce-stable'],
        choice: (p, _, round) => [Math.max(Math.log(p), -100), Math.max(Math.log(round(1 - p)), -100)],
      },
    },
    floor: SMALL_CONSTANTS,
    overflow: {
      'exponential-overflows': {
        en: 'a log(1 + exp(-x)) whose exponential overflows to infinity where the logit x is far below 0',
        zh: '直接计算 log(1 + exp(-x))：logit x 远小于 0 时指数上溢为无穷大',
        cards: ['cross-entropy/bce-stable'],
        choice: (x, target, exp) => Math.log(1 + exp(-x)) + (1 - target) * x,
      },
      'magnitude-missing': {
        en: 'a max(x, 0) - x t + log(1 + exp(-x)) at the logit x: without the magnitude in exp(-|x|) negative logits count too much',
        zh: '算成了 max(x, 0) - x t + log(1 + exp(-x))（x 为 logit）：exp(-|x|) 漏了绝对值，负的 logit 损失过大',
        cards: ['cross-entropy/bce-stable'],
        choice: (x, target, exp) => Math.max(x, 0) - x * target + Math.log(1 + exp(-x)),
      },
      'exponential-overflows-above': {
        en: 'a log(1 + exp(x)) whose exponential overflows to infinity where the logit x is far above 0',
        zh: '直接计算 log(1 + exp(x))：logit x 远大于 0 时指数上溢为无穷大',
        cards: ['cross-entropy/bce-stable'],
        choice: (x, target, exp) => Math.log(1 + exp(x)) - x * target,
      },
      'exponential-overflows-where-wrong': {
        en: 'a log(1 + exp(-x)) for positives and log(1 + exp(x)) for negatives, whose exponential overflows where the logit is far on the wrong side',
        zh: '正样本直接算 log(1 + exp(-x))、负样本直接算 log(1 + exp(x))：logit 远在错误一侧时指数上溢',
        cards: ['cross-entropy/bce-stable'],
        choice: (x, target, exp) =>
          share(target, Math.log(1 + exp(-x))) + share(1 - target, Math.log(1 + exp(x))),
      },
    },
    arithmetic: {
      f32: { choice: { precision: 'f32' } },
      'picked-by-the-target': { choice: { picked: true } },
      'picked-in-f32': { choice: { precision: 'f32', picked: true } },
    },
  }
}

function share(part: number, of: number): number {
  return part === 0 ? 0 : part * of
}
