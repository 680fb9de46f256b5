import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Budget, Exercise, Language } from '../../src/core/exercise.ts'
import type { Grading } from '../../src/core/grading.ts'
import type { ExerciseId } from '../../src/core/ids.ts'
import { parseSignature } from '../../src/core/signature.ts'
import { openJudge } from '../../src/grader/grade-submission.ts'
import { supportFor } from '../../src/grader/languages/all-languages.ts'
import type { Progress } from '../../src/grader/run/grade-request.ts'
import { DEFAULT_LIMITS, type RunLimits } from '../../src/grader/run/limits.ts'
import { buildGraders } from '../../tools/build-graders.ts'

export const EXERCISES = join(import.meta.dirname, 'exercises')

/** The tests' own exercise; its signature has every type. */
export const SCALE_SCORES: Exercise = {
  id: 'scale-scores' as ExerciseId,
  title: { en: 'Scale scores', zh: '缩放分数' },
  topic: 'scores',
  signature: parseSignature(
    '(scores: f64[N], options: {power: int, negate: bool, name: str}) -> {total: f64, scaled: f64[N], kept: i32[K], label: str, any: bool}',
  ),
  difficulty: 'easy',
  minutes: 5,
  prerequisites: [],
  budget: undefined,
  hints: [],
}

/** Kept from run to run: what is compiled once need not be compiled for every test. */
export const CACHE_ROOT = resolve('.cache', 'compiled-by-tests')

export const QUICK_LIMITS: RunLimits = { ...DEFAULT_LIMITS, requestMs: 1000 }

/** Builds the tests' graders into a folder of their own, once for all files that share a worker: it goes with that, and no test takes it away. */
export function buildTestGraders(): Promise<string> {
  built ??= buildOnce()
  return built
}

let built: Promise<string> | undefined

async function buildOnce(): Promise<string> {
  const graderRoot = mkdtempSync(join(tmpdir(), 'graders-of-tests-'))
  process.once('exit', () => rmSync(graderRoot, { recursive: true, force: true }))
  await buildGraders(EXERCISES, graderRoot)
  return graderRoot
}

export interface Submitted {
  readonly graderRoot: string
  readonly language: Language
  readonly source: string
  readonly budget?: Budget
  readonly seed?: string
  readonly limits?: RunLimits
  readonly cacheRoot?: string
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  /** False where nobody looks at how a failure is explained. */
  readonly explains?: boolean
}

export function submit({
  graderRoot,
  language,
  source,
  budget,
  seed = 'test',
  limits = QUICK_LIMITS,
  cacheRoot = CACHE_ROOT,
  signal,
  onProgress,
  explains = true,
}: Submitted): Promise<Grading> {
  const fileName = `scores${supportFor(language).extension}`
  const exercise = { ...SCALE_SCORES, budget }
  const judge = openJudge({ seed, graderRoot, limits, cacheRoot, signal, explains })
  return judge.grade({ exercise, language, source, fileName, onProgress })
}

/** A right answer in TypeScript, with `change` in the place of one of its statements. */
export function rightTs(
  change: { readonly before?: string; readonly scaled?: string; readonly result?: string } = {},
): string {
  const {
    before = '',
    scaled = 'scores.data.map((score: number) => sign * score ** options.power)',
    result = '{ total, scaled: { shape: [...scores.shape], data }, kept: { shape: [kept.length], data: kept }, label: options.name + ": " + data.length, any: kept.length > 0 }',
  } = change
  return `export function scaleScores(scores: any, options: any): any {
  ${before}
  const sign = options.negate ? -1 : 1
  const data = ${scaled}
  const kept = Int32Array.from([...data.keys()].filter((at: number) => data[at] > 0))
  const total = data.reduce((sum: number, score: number) => sum + score, 0)
  return ${result}
}
`
}

export function rightPy(
  change: { readonly before?: string; readonly scaled?: string; readonly result?: string } = {},
): string {
  const {
    before = 'pass',
    scaled = 'scores ** options["power"] * sign',
    result = '{"total": scaled.sum(), "scaled": scaled, "kept": kept, "label": f"{options[\'name\']}: {len(scores)}", "any": len(kept) > 0}',
  } = change
  return `import os, sys, time
import numpy as np

def scale_scores(scores, options):
    ${before}
    sign = -1.0 if options["negate"] else 1.0
    scaled = ${scaled}
    kept = np.flatnonzero(scaled > 0).astype(np.int32)
    return ${result}
`
}

export function rightCpp(
  change: { readonly before?: string; readonly scaled?: string; readonly result?: string } = {},
): string {
  const {
    before = '',
    scaled = 'sign * std::pow(scores.data[at], options.power)',
    result = '{total, scaled, kept, options.name + ": " + std::to_string(scores.data.size()), !kept.data.empty()}',
  } = change
  return `#include "anneal.hpp"
struct Options { int power; bool negate; std::string name; };
struct ScaleScoresResult { double total; NdArray<double> scaled; NdArray<std::int32_t> kept; std::string label; bool any; };

ScaleScoresResult scale_scores(const NdArray<double>& scores, const Options& options) {
  ${before}
  double sign = options.negate ? -1 : 1, total = 0;
  auto scaled = NdArray<double>::zeros(scores.shape);
  NdArray<std::int32_t> kept{{0}, {}};
  for (std::size_t at = 0; at < scores.data.size(); at++) {
    scaled.data[at] = ${scaled};
    total += scaled.data[at];
    if (scaled.data[at] > 0) kept.data.push_back(at);
  }
  kept.shape[0] = kept.data.size();
  return ${result};
}
`
}
