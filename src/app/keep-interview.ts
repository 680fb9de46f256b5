import { isDeepStrictEqual } from 'node:util'
import { type StudyDay, studyDayOf } from '../core/day.ts'
import type { Exercise } from '../core/exercise.ts'
import type { InterviewRecord } from '../core/interview-record.ts'
import type { Deps } from './deps.ts'
import { exerciseOfToday } from './exercise-of-today.ts'
import { findExercise } from './find-exercise.ts'
import { cardsLeft, type Review } from './review.ts'

/** An interview that is in the log, with the exercise that it has or may have. */
export interface KeptInterview {
  readonly record: InterviewRecord
  readonly exercise: Exercise | undefined
}

/**
 * Records how far the questions went, instead of what was recorded of this interview before; durable when it returns.
 * @param wanted the exercise that it is to end with; undefined: today's
 */
export function keepInterview(deps: Deps, review: Review, wanted: string | undefined): KeptInterview {
  const { store, now } = deps
  const begun = new Date(review.startedAt).toISOString()
  const before = store.interview(begun)
  const record = {
    begun,
    questions: review.answers.length + cardsLeft(review),
    answers: review.answers.map(({ card, rating, durationMs }) => ({ card: card.id, rating, durationMs })),
    ...(before?.task && { task: before.task }),
  }
  if (!isDeepStrictEqual(before, record)) store.recordInterview(record, now())
  return { record, exercise: exerciseFor(deps, record, wanted) }
}

/** The same interview as the log now has it: its exercise may have gone on. */
export function reread({ store }: Deps, { record, exercise }: KeptInterview): KeptInterview {
  return { record: store.interview(record.begun) ?? record, exercise }
}

export type LastInterview = KeptInterview & { readonly day: StudyDay }

export function lastInterview({ store, content, now }: Deps): LastInterview | undefined {
  const record = store.lastInterview()
  if (record === undefined) return undefined
  const exercise = record.task && content.exercises.get(record.task.exercise)
  return { record, exercise, day: studyDayOf({ ...now(), at: Date.parse(record.begun) }) }
}

function exerciseFor(
  deps: Deps,
  { task }: InterviewRecord,
  wanted: string | undefined,
): Exercise | undefined {
  if (task) return deps.content.exercises.get(task.exercise)
  return wanted === undefined ? exerciseOfToday(deps, deps.now())?.exercise : findExercise(deps, wanted)
}
