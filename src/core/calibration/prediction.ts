import type { EventId } from '../event.ts'

/** What the scheduler foretold of one review on another day than the card's last, and what came of it. */
export interface Prediction {
  readonly event: EventId
  /** Of recall, by what was known and set before the answer. */
  readonly probability: number
  readonly recalled: boolean
  /** Whole study days since the card's last review, at least 1. */
  readonly elapsedDays: number
  /** Which of the card's reviews it is, the first and those on another day than the one before counted: at least 2. */
  readonly nth: number
  /** How many of these before it were not recalled. */
  readonly lapses: number
}
