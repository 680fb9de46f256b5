import type { Instant, Moment, StudyDay } from './day.ts'
import type { Language } from './exercise.ts'
import type { AttemptOutcome, JudgedOutcome, PracticeReason } from './exercise-state.ts'
import type { CardId, ExerciseId } from './ids.ts'
import type { InterviewRecord } from './interview-record.ts'
import type { Rating } from './rating.ts'
import type { ParameterScope, SchedulingParameters } from './scheduling-parameters.ts'

/** A ULID: orders the log. */
export type EventId = string

/** A fact of the log, the truth from which every state can be rebuilt. Appended, never changed. */
export type Event = Moment & { readonly id: EventId; readonly device: string } & EventBody

export type EventBody = CardEvent | ExerciseEvent | InterviewEvent | UndoEvent | ConfigEvent | ParametersEvent

export type CardEvent = { readonly card: CardId } & CardChange

export type CardChange =
  | {
      readonly kind: 'review'
      readonly rating: Rating
      readonly durationMs: number
      /** An interviewer asked, and not the day: it does not count among the day's cards. */
      readonly interview?: true
    }
  | { readonly kind: 'suspend'; readonly suspended: boolean }
  | { readonly kind: 'bury'; readonly day: StudyDay }
  /** As if it had never been reviewed. */
  | { readonly kind: 'forget' }
  /** Of a card that was reviewed: it comes back on that day, whatever its memory says. */
  | { readonly kind: 'due'; readonly day: StudyDay }
  /** Of the review made then, while it is the card's last: the day within its range of fuzz on which the card comes back. */
  | { readonly kind: 'place'; readonly day: StudyDay; readonly reviewedAt: Instant }

export type ExerciseEvent =
  | {
      readonly kind: 'attempt'
      readonly exercise: ExerciseId
      readonly language: Language
      readonly outcome: AttemptOutcome
      readonly ratio?: number | undefined
      readonly diagnosis?: string | undefined
      /** The diagnosis's cards, to be reviewed today. */
      readonly recalls: readonly CardId[]
      readonly source: string
    }
  /** A submission that says nothing about what the learner still knows, though the exercise may be due. */
  | {
      readonly kind: 'practice'
      readonly exercise: ExerciseId
      readonly language: Language
      readonly reason: PracticeReason
      readonly outcome: JudgedOutcome
      readonly ratio?: number | undefined
      readonly source: string
    }
  | { readonly kind: 'hint'; readonly exercise: ExerciseId }

/** Of two about the same interview the later one stands. */
export type InterviewEvent = { readonly kind: 'interview' } & InterviewRecord

/** The target counts as if it had never been, whichever of the two arrives first. */
export interface UndoEvent {
  readonly kind: 'undo'
  readonly target: EventId
}

export interface ConfigEvent {
  readonly kind: 'config'
  readonly key: string
  readonly value: string
}

/**
 * From here on the scope is scheduled like this. Where other weights come into force for cards, what is remembered of each is what they make of its
 * whole history; the days on which memories are due stay.
 */
export interface ParametersEvent {
  readonly kind: 'parameters'
  readonly scope: ParameterScope
  readonly parameters: SchedulingParameters
}
