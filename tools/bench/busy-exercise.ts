import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Exercise } from '../../src/core/exercise.ts'
import type { ExerciseId } from '../../src/core/ids.ts'
import { parseSignature } from '../../src/core/signature.ts'
import { buildGraders } from '../build-graders.ts'

const BUDGET = 4

/** Of the benchmarks alone: work whose amount is known, on small inputs. */
export const BUSY: Exercise = {
  id: 'busy' as ExerciseId,
  title: { en: 'Busy', zh: '忙碌' },
  topic: 'busy',
  signature: parseSignature('(values: f64[N], rounds: int) -> f64'),
  minutes: 1,
  prerequisites: [],
  budget: { ratio: BUDGET, growth: [], memory: [] },
  hints: [],
}

export async function buildBusy(): Promise<string> {
  const graderRoot = mkdtempSync(join(tmpdir(), 'anneal-bench-'))
  await buildGraders(join(import.meta.dirname, 'exercises'), graderRoot)
  return graderRoot
}

/** A right answer that does the reference's work, and `factor - 1` times as much on top. */
export function busyTs(factor: number): string {
  return `function work(data: Float64Array, rounds: number): number {
  const x = new Float64Array(data.length)
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < x.length; at++) x[at] = x[at] / 2 + data[at]
  }
  return x.reduce((sum, one) => sum + one, 0)
}

export function busy({ data }: { data: Float64Array }, rounds: number): number {
  if (work(data, Math.round(${factor - 1} * rounds)) === 0.5) throw 1
  return work(data, rounds)
}
`
}

export function busyPy(factor: number): string {
  return `import numpy as np

def work(values, rounds):
    x = np.zeros_like(values)
    for _ in range(rounds):
        x = x / 2 + values
    return x.sum()

def busy(values, rounds):
    work(values, round(${factor - 1} * rounds))
    return work(values, rounds)
`
}
