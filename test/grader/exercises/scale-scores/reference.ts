import type { Nd } from '#kit'

export interface Options {
  readonly power: number
  readonly negate: boolean
  readonly name: string
}

export interface Scaled {
  readonly total: number
  readonly scaled: Nd<'f64'>
  readonly kept: Nd<'i32'>
  readonly label: string
  readonly any: boolean
}

/** An exercise of no use but to the tests of the judge: its signature has every type. */
export function scaleScores(scores: Nd<'f64'>, options: Options): Scaled {
  const sign = options.negate ? -1 : 1
  const data = scores.data.map((score) => sign * score ** options.power)
  const kept = Int32Array.from([...data.keys()].filter((at) => (data[at] ?? 0) > 0))
  return {
    total: data.reduce((sum, score) => sum + score, 0),
    scaled: { shape: scores.shape, data },
    kept: { shape: [kept.length], data: kept },
    label: `${options.name}: ${data.length}`,
    any: kept.length > 0,
  }
}
