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
  difficulty: 'easy',
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
export function busySource(language: BusyLanguage, factor: number): string {
  return SOURCES[language](factor - 1)
}

export const BUSY_LANGUAGES = ['ts', 'py', 'cpp'] as const
export type BusyLanguage = (typeof BUSY_LANGUAGES)[number]

const SOURCES: { readonly [L in BusyLanguage]: (more: number) => string } = {
  ts: (more) => `function work(data: Float64Array, rounds: number): number {
  const x = new Float64Array(data.length)
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < x.length; at++) x[at] = x[at] / 2 + data[at]
  }
  return x.reduce((sum, one) => sum + one, 0)
}

export function busy({ data }: { data: Float64Array }, rounds: number): number {
  if (work(data, Math.round(${more} * rounds)) === 0.5) throw 1
  return work(data, rounds)
}
`,
  py: (more) => `import numpy as np

def work(values, rounds):
    x = np.zeros_like(values)
    for _ in range(rounds):
        x = x / 2 + values
    return x.sum()

def busy(values, rounds):
    work(values, round(${more} * rounds))
    return work(values, rounds)
`,
  cpp: (more) => `#include "anneal.hpp"

static double work(const std::vector<double>& values, int rounds) {
  double sum = 0;
  for (double value : values) {
    double x = 0;
    for (int round = 0; round < rounds; round++) x = x / 2 + value;
    sum += x;
  }
  return sum;
}

double busy(const NdArray<double>& values, int rounds) {
  if (work(values.data, int(std::lround(${more} * rounds))) == 0.5) throw 1;
  return work(values.data, rounds);
}
`,
}
