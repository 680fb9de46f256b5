import { ulid } from 'ulid'
import { findSubmissions, type LabelledSubmission } from '../../../src/author/labelled-submission.ts'
import type { Exercise, Language } from '../../../src/core/exercise.ts'
import type { ExerciseId } from '../../../src/core/ids.ts'
import { createRandom } from '../../../src/core/random.ts'

export interface BenchSubmission {
  readonly id: string
  readonly exercise: ExerciseId
  readonly submission: LabelledSubmission
}

/** What needs no compiler. */
const LANGUAGES: readonly Language[] = ['ts', 'js', 'py']

/** Of those exercises whose budgets cost no time, right and wrong ones, over and over in a drawn order. */
export function drawSubmissions(exercises: Iterable<Exercise>, count: number): readonly BenchSubmission[] {
  const pool = [...exercises]
    .filter(({ budget }) => budget === undefined)
    .flatMap(({ id }) =>
      findSubmissions(`graders/${id}/submissions`)
        .filter(({ language, label }) => LANGUAGES.includes(language) && label.kind !== 'unlabelled')
        .map((submission) => ({ exercise: id, submission })),
    )
  const [first, ...others] = pool
  if (first === undefined) throw new Error('no submissions')
  const random = createRandom('bench')
  return Array.from({ length: count }, () => ({ ...random.pick([first, ...others]), id: ulid() }))
}
