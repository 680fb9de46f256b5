import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Verification, type VerifyRequest, verifyExercise } from '../../src/author/verify-exercise.ts'
import type { Exercise } from '../../src/core/exercise.ts'
import { judgedExercises } from '../drawn-by-commit.ts'
import { CACHE_ROOT } from '../grader/scale-scores.ts'
import { SEED } from '../seed.ts'
import { shippedExercises } from '../shipped-exercises.ts'
import { type Judging, openJudging } from './open-judging.ts'

const seed = `${SEED}`

/** How many files judge labels, each its share: a judge computes on one processor. */
const SHARES = 2

/**
 * Labelled submissions get their labels, by values alone, and the graders lack nothing: of every `SHARES`th exercise.
 * @param share which of them, from 0
 */
export function testLabels(share: number): void {
  const exercises = judgedExercises().filter((_, at) => at % SHARES === share)
  const judging = openJudging(exercises.map(({ id }) => id))

  test('there are exercises', () => {
    expect(shippedExercises().length).toBeGreaterThan(SHARES)
  })

  describe.concurrent(`with the seed ${seed}`, () => {
    test.each(exercises)('$id: submissions are judged as their labels say', (exercise) =>
      expectLabels(exercise, judging, { valuesIn: judging.nursery }),
    )
  })
}

export async function expectLabels(
  exercise: Exercise,
  { graderRoot, limit, notRun }: Judging,
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
