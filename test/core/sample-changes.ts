import { type Moment, studyDayOf } from '../../src/core/day.ts'
import type { CardChange, ExerciseEvent } from '../../src/core/event.ts'
import type { ExerciseId } from '../../src/core/ids.ts'

export const SAMPLE_EXERCISE = 'adam' as ExerciseId

/** One of each kind, of a card that was last reviewed, and found easy, at that moment. */
export function sampleChanges(
  reviewed: Moment,
  dueDay: number,
): { readonly [K in CardChange['kind']]: CardChange & { readonly kind: K } } {
  const day = studyDayOf(reviewed)
  return {
    review: { kind: 'review', rating: 'good', durationMs: 1200 },
    suspend: { kind: 'suspend', suspended: true },
    bury: { kind: 'bury', day: day + 1 },
    forget: { kind: 'forget' },
    due: { kind: 'due', day: day + 30 },
    place: { kind: 'place', day: dueDay + 1, reviewedAt: reviewed.at },
    memory: { kind: 'memory', stability: 20, difficulty: 5, reps: 4, lapses: 1, whole: false },
  }
}

const submitted = { exercise: SAMPLE_EXERCISE, language: 'py', source: 'x = 1' } as const
const outcome = { kind: 'judged', verdict: 'accepted', tier: 'gold' } as const

export const SAMPLE_EXERCISE_EVENTS: {
  readonly [K in ExerciseEvent['kind']]: ExerciseEvent & { readonly kind: K }
} = {
  attempt: { kind: 'attempt', ...submitted, outcome, recalls: [] },
  practice: { kind: 'practice', ...submitted, outcome, reason: 'accepted-before' },
  hint: { kind: 'hint', exercise: SAMPLE_EXERCISE },
}
