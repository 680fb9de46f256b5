import type { Random } from '../../../core/random.ts'
import type { Nd } from '../../arrays.ts'
import type { Tolerance } from '../../define-grader.ts'

/** Betas and eps, as the paper has them. */
export const ADAM_DEFAULTS = [0.9, 0.999, 1e-8] as const

export const ADAM_TOLERANCE: Tolerance = {
  rtol: 5e-5,
  atol: 5e-5,
  why: 'f32 has 0.999 to 3e-8, so that 1 - beta is off by 3e-5 of its size: v by as much, and where the correction is exact each of as many steps as move by 3 by half of it. All other rounding leaves 1e-6.',
}

/** The largest lr with which the parameters stay near: what f32 makes of 1 - beta adds up with the steps. */
export function nearbyRate({ shape: [steps = 0] }: Nd<'f32'>): number {
  return 3 / steps
}

export function drawAdamSettings(
  random: Random,
): readonly [lr: number, beta1: number, beta2: number, eps: number] {
  return [
    random.pick([1e-3, 0.01, 0.1]),
    random.pick([0.5, 0.8, 0.9, 0.95]),
    random.pick([0.7, 0.98, 0.99, 0.999]),
    random.pick([1e-8, 1e-8, 1e-6, 1e-3, 0.1]),
  ]
}

/** Told to who holds too much memory. */
export const ADAM_LEAN = {
  en: 'The state is two arrays of P numbers that every step overwrites; a list of the states of all steps has T times as many.',
  zh: '状态只是两个长为 P 的数组，每一步覆盖即可；把每一步的状态都存下来，就要 T 倍的内存。',
  cards: ['adam/memory'],
} as const
