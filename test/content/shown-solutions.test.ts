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
import { drawnExercises } from '../drawn-by-commit.ts'
import { CACHE_ROOT } from '../grader/scale-scores.ts'
import { shippedExercises } from '../shipped-exercises.ts'

/**
 * Whoever takes the solution as it is shown has one: of every exercise, in every language. It is judged of the exercises that the commit
 * draws, where it is another text than the reference, which is judged with the labels.
 */
const SOLUTIONS = shippedExercises().flatMap((exercise) =>
  LANGUAGES.map((language) => ({ id: exercise.id, exercise, language })),
)
const { drawn } = drawnExercises()
const REWRITTEN = SOLUTIONS.filter(
  ({ id, language }) => drawn.includes(id) && supportFor(language).showReference !== undefined,
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

test.each(SOLUTIONS)('the solution of $id in $language holds nothing of this repository', (solution) => {
  expect(shown(solution)).not.toMatch(/#kit|\bgraders\/|\bNd\b/)
})

describe.concurrent('the solution that is shown', () => {
  test.each(REWRITTEN)(
    'of $id in $language is accepted',
    (solution) =>
      limit(() => {
        const { exercise, language } = solution
        const fileName = `shown${supportFor(language).extension}`
        return grade(exercise, language, { source: shown(solution), fileName })
      }),
    120_000,
  )
})

interface ShownSolution {
  readonly exercise: Exercise
  readonly language: Language
}

function shown({ exercise, language }: ShownSolution): string {
  const { showReference, shownReference } = supportFor(language)
  const text = readFileSync(join(graderRoot, exercise.id, shownReference), 'utf8')
  return showReference?.(text) ?? text
}

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
