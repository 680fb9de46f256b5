import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Verification, type VerifyRequest, verifyExercise } from '../../src/author/verify-exercise.ts'
import type { Exercise } from '../../src/core/exercise.ts'
import { languageOf, ownLanguages, supportFor } from '../../src/grader/languages/all-languages.ts'
import { drawnExercises, drawOneOfEach } from '../drawn-by-commit.ts'
import { CACHE_ROOT } from '../grader/scale-scores.ts'
import { SEED } from '../seed.ts'
import { shippedExercises } from '../shipped-exercises.ts'
import { openJudging } from './open-judging.ts'

/**
 * Labelled submissions of the exercises that are drawn get their labels, and the grader lacks nothing: by values alone, and of one by budgets
 * too in one language, which a wrong answer does not come to.
 */
const { judged, measured } = drawnExercises()
const MEASURED_IN = drawOneOfEach(
  ownLanguages(),
  () => 'any',
  ({ language }) => language,
).map(({ language }) => language)
const EXERCISES = shippedExercises().filter(({ id }) => judged.includes(id))
const seed = `${SEED}`
const { graderRoot, nursery, limit, notRun } = openJudging(judged)

test('there are exercises', () => {
  expect(EXERCISES.length).toBeGreaterThan(0)
})

describe.concurrent(`with the seed ${seed}`, () => {
  test.each(EXERCISES)('$id: submissions are judged as their labels say', (exercise) =>
    expectLabels(exercise, { valuesIn: nursery }),
  )

  test.each(EXERCISES.filter(({ id }) => measured.includes(id)))('$id: so are their budgets', (exercise) =>
    expectLabels(exercise, { isDrawn: isMeasured }),
  )
})

function isMeasured(label: string): boolean {
  const language = languageOf(label)
  if (language === undefined || label.startsWith('wrong/')) return false
  return MEASURED_IN.includes(supportFor(language).variantOf ?? language)
}

async function expectLabels(
  exercise: Exercise,
  how: Pick<VerifyRequest, 'valuesIn' | 'isDrawn'>,
): Promise<void> {
  const { id } = exercise
  const verification = await verifyExercise({
    exercise,
    folder: join('graders', id),
    learnerFolder: join('exercises', id),
    graderRoot,
    cacheRoot: CACHE_ROOT,
    seed,
    limit,
    ...how,
  })
  const { wrong, unjudged } = findingsOf(verification)
  expect(wrong).toEqual([])
  // A tool that this machine does not have.
  if (process.env['CI'] === 'true') expect(unjudged).toEqual([])
  notRun.push(...unjudged.map((line) => `${id} ${line}`))
  expect(verification.judged.length).toBeGreaterThan(unjudged.length)
}

function findingsOf({ judged, gaps }: Verification) {
  const unmet = judged.filter((one) => one.unmet !== undefined)
  const told = (of: typeof unmet) => of.map(({ name, unmet: why }) => `${name} ${why}`)
  const isUnjudged = (line: string) => line.includes('could not be judged:')
  return {
    wrong: [
      ...told(unmet.filter(({ verdict }) => verdict !== undefined)),
      ...gaps.filter((gap) => !isUnjudged(gap)),
    ],
    unjudged: [...told(unmet.filter(({ verdict }) => verdict === undefined)), ...gaps.filter(isUnjudged)],
  }
}
