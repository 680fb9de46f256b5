import type { CardChange, ExerciseEvent } from './event.ts'
import type { EventKind } from './log-entry.ts'

/** Each kind of event of which a card's state follows: one that is not here does not compile. */
const CARD_CHANGES = {
  review: { isPart: false, isScheduled: true },
  suspend: { isPart: false, isScheduled: false },
  bury: { isPart: false, isScheduled: false },
  forget: { isPart: false, isScheduled: false },
  due: { isPart: false, isScheduled: false },
  place: { isPart: true, isScheduled: true },
  memory: { isPart: false, isScheduled: true },
} as const satisfies { readonly [K in CardChange['kind']]: CardChangeKind }

/** The same of an exercise's state. */
const EXERCISE_CHANGES = {
  attempt: { isScheduled: true },
  practice: { isScheduled: false },
  hint: { isScheduled: false },
} as const satisfies { readonly [K in ExerciseEvent['kind']]: ChangeKind }

interface ChangeKind {
  /** Whether the scheduling parameters have a say in the state that comes of it. */
  readonly isScheduled: boolean
}

interface CardChangeKind extends ChangeKind {
  /** Of another event, with which it is taken back: a placement of the review that it is of. */
  readonly isPart: boolean
}

const cardKinds = Object.keys(CARD_CHANGES) as (keyof typeof CARD_CHANGES)[]
const exerciseKinds = Object.keys(EXERCISE_CHANGES) as (keyof typeof EXERCISE_CHANGES)[]

/** What is done to cards. */
export const CARD_KINDS = cardKinds.filter((kind) => !CARD_CHANGES[kind].isPart)

/** What is done to cards and exercises. */
export const DONE_KINDS = [...CARD_KINDS, ...exerciseKinds]

/** What a card's or an exercise's state follows from. */
export const STATE_KINDS = [...cardKinds, ...exerciseKinds]

/** What leads to another state where the scheduling parameters are others. */
export const SCHEDULED_KINDS = [
  ...cardKinds.filter((kind) => CARD_CHANGES[kind].isScheduled),
  ...exerciseKinds.filter((kind) => EXERCISE_CHANGES[kind].isScheduled),
]

const NOTE_RECORDS = ['anki-note', 'anki-notetype', 'imported-note'] as const satisfies readonly EventKind[]

/** Whether it only says what an imported note was: no state follows from it, nor anything that is measured. */
export function isNoteRecord(kind: string): boolean {
  return NOTE_RECORDS.some((record) => record === kind)
}
