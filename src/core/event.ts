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

export type EventBody =
  | CardEvent
  | ExerciseEvent
  | InterviewEvent
  | UndoEvent
  | ConfigEvent
  | ParametersEvent
  | AnkiNoteTypeEvent
  | AnkiNoteEvent
  | ImportedNoteEvent
  | MembershipEvent

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
  /**
   * Of the review made then, while it is the card's last: the day within its range of fuzz on which the card
   * comes back.
   */
  | { readonly kind: 'place'; readonly day: StudyDay; readonly reviewedAt: Instant }
  | ({ readonly kind: 'memory' } & HeldMemory)

/**
 * What another program held of a card at its last review. It stands until other weights come into force: then
 * a `whole` history is replayed with them, while one that was cut off goes on from here.
 */
export interface HeldMemory {
  readonly stability: number
  readonly difficulty: number
  readonly reps: number
  readonly lapses: number
  readonly whole: boolean
}

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
 * From here on the scope is scheduled like this. Where other weights come into force for cards, what is
 * remembered of each is what they make of its whole history; the days on which memories are due stay.
 */
export interface ParametersEvent {
  readonly kind: 'parameters'
  readonly scope: ParameterScope
  readonly parameters: SchedulingParameters
}

/**
 * How Anki laid out the notes of a kind, so that they go back as they came. Of two about the same one the
 * later stands.
 */
export interface AnkiNoteTypeEvent extends AnkiNoteType {
  readonly kind: 'anki-notetype'
}

export interface AnkiNoteType {
  /** Anki's number of it. */
  readonly notetype: string
  readonly name: string
  readonly cloze: boolean
  readonly fields: readonly string[]
  readonly templates: readonly AnkiTemplate[]
  readonly css: string
}

export interface AnkiTemplate {
  readonly name: string
  readonly question: string
  readonly answer: string
}

/** What Anki's note was, in HTML. Of two about the same note the later stands. */
export interface AnkiNoteEvent extends AnkiNote {
  readonly kind: 'anki-note'
}

export interface AnkiNote {
  /** The id of the first note that was made of it. */
  readonly note: CardId
  readonly guid: string
  readonly notetype: string
  /** Its levels are parted by two colons. */
  readonly deck: string
  readonly fields: readonly string[]
  readonly tags: readonly string[]
  /** When Anki last saw it changed, in seconds. */
  readonly mod: number
  /** Of each note that was made of it: as long as its Markdown gives the same, nobody has changed that. */
  readonly digests: readonly string[]
}

/**
 * What a note from a text of another program, or a deck of our form, was when it came: as long as its Markdown
 * gives the same digest, nobody has changed it here.
 */
export interface ImportedNoteEvent {
  readonly kind: 'imported-note'
  readonly note: CardId
  readonly digest: string
}

/**
 * What the learner says to a hub, which hears it when it gets the event. `member` is who they are there:
 * whoever comes back is somebody else.
 */
export type MembershipEvent =
  /** Whether the teacher may see how they get on; the last one stands. */
  | { readonly kind: 'consent'; readonly member: string; readonly given: boolean }
  /** All that the hub has of them is to be deleted. */
  | { readonly kind: 'leave'; readonly member: string }
