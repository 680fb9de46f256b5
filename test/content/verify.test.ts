import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Verification, verifyExercise } from '../../src/author/verify-exercise.ts'
import { drawnExercises, drawnLabels } from '../drawn-by-commit.ts'
import { CACHE_ROOT } from '../grader/scale-scores.ts'
import { SEED } from '../seed.ts'
import { shippedExercises } from '../shipped-exercises.ts'
import { openJudging } from './open-judging.ts'

/**
 * Labelled submissions get their labels, and the grader lacks nothing. Each commit draws which exercises; of most of them values alone are
 * judged, of others budgets too.
 */
const SAMPLE = drawnExercises()
const EXERCISES = shippedExercises().filter(({ id }) => SAMPLE.judged.includes(id))
const seed = `${SEED}`
const MEASURED = SAMPLE.measured
const DRAWN = new Set(drawnLabels(SAMPLE).map(({ exercise, name }) => `${exercise} ${name}`))
const { graderRoot, nursery, limit, notRun } = openJudging(SAMPLE.judged)

test('there are exercises', () => {
  expect(EXERCISES.length).toBeGreaterThan(0)
})

describe.concurrent(`with the seed ${seed}`, () => {
  test.each(EXERCISES)(
    '$id: submissions are judged as their labels say',
    async (exercise) => {
      const { id } = exercise
      const verification = await verifyExercise({
        exercise,
        folder: join('graders', id),
        learnerFolder: join('exercises', id),
        graderRoot,
        cacheRoot: CACHE_ROOT,
        seed,
        valuesIn: MEASURED.includes(id) ? undefined : nursery,
        isDrawn: (name) => DRAWN.has(`${id} ${name}`) || (MEASURED.includes(id) && name.startsWith('slow/')),
        limit,
      })
      const { wrong, unjudged } = findingsOf(verification)
      expect(wrong).toEqual([])
      // A tool that this machine does not have.
      if (process.env['CI'] === 'true') expect(unjudged).toEqual([])
      notRun.push(...unjudged.map((line) => `${id} ${line}`))
      expect(verification.judged.length).toBeGreaterThan(unjudged.length)
    },
    600_000,
  )
})

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
