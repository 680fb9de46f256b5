import { hash } from 'node:crypto'
import { createRandom, type Random } from '../../core/random.ts'
import type { Value } from '../../core/value.ts'
import { type AnyGrader, drawInputs } from '../cases/load-grader.ts'
import { type Batch, encodeBatch } from '../run/dialogue.ts'
import type { GradeRequest } from '../run/grade-request.ts'

/** The inputs of one measurement by their index, no two of them the same. */
export type Draw = (index: number) => readonly Value[]

/** Some of them, ready to be sent. */
export interface DrawnInputs {
  readonly calls: readonly (readonly Value[])[]
  readonly batch: Batch
}

export function inputsOf(
  { exercise, seed }: GradeRequest,
  name: string,
  draw: (random: Random) => readonly unknown[],
): Draw {
  return (index) => drawInputs(exercise, draw, createRandom(parted(`${seed}/${name}/${index}`)))
}

/**
 * A generator begins with 32 bits of its seed, which can be found from the numbers of a case by trying all. So
 * that they foretell no input of a measurement, nor one of these another, a digest stands between.
 */
function parted(seed: string): string {
  return hash('sha256', seed)
}

/** Of those that a budget is measured on, the ones that take time. */
export function slowInputs(
  { performance }: AnyGrader,
  request: GradeRequest,
  name: string,
): Draw | undefined {
  const [growth] = Object.values(performance?.growth ?? {})
  const draw = performance?.ratio ?? growth?.large
  return draw && inputsOf(request, name, draw)
}

export function drawBatch(draw: Draw, from: number, count: number): DrawnInputs {
  const calls = Array.from({ length: count }, (_, at) => draw(from + at))
  return { calls, batch: encodeBatch(calls) }
}
