import type { Nd } from '#kit'

export interface StepRule {
  readonly stepSize: number
}

export interface Taken {
  readonly newScores: Nd<'f64'>
  readonly class: number
}

/** Its names are spelled in another way in some languages. */
export function takeStep(gtScores: Nd<'f64'>, stepRule: StepRule): Taken {
  const data = gtScores.data.map((score) => score + stepRule.stepSize)
  return { newScores: { shape: gtScores.shape, data }, class: data.length }
}
