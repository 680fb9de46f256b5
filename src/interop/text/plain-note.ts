import type { Instant, StudyDay } from '../../core/day.ts'
import type { Text } from '../../core/locale.ts'
import type { Rating } from '../../core/rating.ts'

/** A note as a file of another program has it, its texts in the Markdown of ours. */
export interface PlainNote {
  readonly line: number
  /** As Anki writes it, `one::another`; undefined: that of the file. */
  readonly deck: string | undefined
  readonly tags: readonly string[]
  /** What the other program knows it by, where it says so. */
  readonly guid: string | undefined
  /** Which of the notes that it has there under one guid, from nought. */
  readonly part: number
  readonly content: PlainContent
  /** What was known of its cards, in their order. */
  readonly schedules: readonly PlainSchedule[]
  readonly reviews: readonly PlainReview[]
}

export interface PlainReview {
  /** Of which of the note's cards, from nought. */
  readonly part: number
  readonly at: Instant
  readonly rating: Rating
  readonly durationMs: number
}

export type PlainContent =
  | { readonly kind: 'basic'; readonly prompt: string; readonly answer: string }
  /** The text with `[1: hidden parts]`. */
  | {
      readonly kind: 'cloze'
      readonly text: string
      /** The text as it was when hints were left out: a note without a guid goes by it. */
      readonly former?: string
    }

export interface PlainSchedule {
  readonly dueDay: StudyDay
  readonly intervalDays: number
  readonly stability: number
  readonly difficulty: number
  /** Undefined where only the day is known, which lies an interval before it is due. */
  readonly lastReview: Instant | undefined
}

export interface PlainDeck {
  /** Undefined where the file has none: it is then called like the file. */
  readonly title: string | undefined
  readonly notes: readonly PlainNote[]
  /** What is not taken as it stands, by lines. */
  readonly remarks: readonly LineRemark[]
}

export interface LineRemark {
  readonly line: number
  readonly message: Text
}

/** A note that says no more than its sides. */
export function basicNote(line: number, prompt: string, answer: string): PlainNote {
  const content = { kind: 'basic', prompt: prompt.trim(), answer: answer.trim() } as const
  return { line, deck: undefined, tags: [], guid: undefined, part: 0, content, schedules: [], reviews: [] }
}
