import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Exercise, LANGUAGES, type Language } from '../../src/core/exercise.ts'
import { Problem } from '../../src/core/problem.ts'
import { openJudge } from '../../src/grader/grade-submission.ts'
import { supportFor } from '../../src/grader/languages/all-languages.ts'
import { openNursery } from '../../src/grader/run/nursery.ts'
import { buildGraders } from '../../tools/build-graders.ts'
import { CACHE_ROOT } from '../grader/scale-scores.ts'
import { shippedExercises } from '../shipped-exercises.ts'

/** Whoever takes the solution as it is shown has one: of every exercise, in every language. */
const SOLUTIONS = shippedExercises().flatMap((exercise) =>
  LANGUAGES.map((language) => ({ id: exercise.id, exercise, language })),
)
const nursery = openNursery()
const limit = pLimit(availableParallelism())
let graderRoot: string

beforeAll(async () => {
  graderRoot = mkdtempSync(join(tmpdir(), 'graders-of-tests-'))
  await buildGraders('graders', graderRoot)
})

afterAll(async () => {
  await nursery[Symbol.asyncDispose]()
  rmSync(graderRoot, { recursive: true })
})

describe.concurrent('the solution that is shown', () => {
  test.each(SOLUTIONS)(
    'of $id in $language is accepted, and holds nothing of this repository',
    ({ exercise, language }) =>
      limit(async () => {
        const { showReference, shownReference, extension } = supportFor(language)
        const text = readFileSync(join(graderRoot, exercise.id, shownReference), 'utf8')
        const source = showReference?.(text) ?? text
        expect(source).not.toMatch(/#kit|\bgraders\/|\bNd\b/)
        await grade(exercise, language, { source, fileName: `shown${extension}` })
      }),
    120_000,
  )
})

async function grade(
  exercise: Exercise,
  language: Language,
  file: { readonly source: string; readonly fileName: string },
): Promise<void> {
  const judge = openJudge({ graderRoot, cacheRoot: CACHE_ROOT, seed: exercise.id, nursery })
  try {
    const { verdict } = await judge.grade({ exercise: { ...exercise, budget: undefined }, language, ...file })
    expect(verdict).toMatchObject({ kind: 'accepted' })
  } catch (error) {
    // A tool that this machine does not have.
    if (!(error instanceof Problem) || process.env['CI'] === 'true') throw error
    console.warn(`NOT RUN: ${exercise.id} in ${language}: ${error.message}`)
  }
}
