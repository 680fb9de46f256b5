import type { ListedDeck } from '../../core/card.ts'
import type { Put } from '../../core/gather-pieces.ts'
import type { Locale, Text } from '../../core/locale.ts'
import type { Deps } from '../deps.ts'

/** What is to be written. */
export interface ExportWanted {
  readonly decks: readonly ListedDeck[]
  /** Whether those are all, so that what belongs to no deck is meant too. */
  readonly isWhole: boolean
  /** The languages of the cards' texts, for formats that hold no two of them side by side; the first stands above. */
  readonly languages: readonly [Locale, ...Locale[]]
  /** Whether the schedule and the reviews go along, for formats that hold cards and schedule. */
  readonly scheduling: boolean
  /** Hears of each card and review that is written, where there may be many. */
  readonly onWritten: () => void
}

/** What was written. */
export interface Exported {
  readonly notes: number
  readonly cards: number
  readonly reviews: number
  /** What a reader of the file should know. */
  readonly remarks: readonly Text[]
}

export const NOTHING_EXPORTED: Exported = { notes: 0, cards: 0, reviews: 0, remarks: [] }

/**
 * A row of the table of formats. `write` puts the file piece by piece and holds no more of it than a piece;
 * nothing of it is seen before it is whole.
 * @throws Problem where it cannot hold what is wanted
 */
export interface ExportFormat {
  /** As `--as` names it; the first of its files' endings. */
  readonly name: string
  readonly endings: readonly [string, ...string[]]
  readonly holds: Text
  readonly write: (deps: Deps, wanted: ExportWanted, put: Put) => Promise<Exported>
}
