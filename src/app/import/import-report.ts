import type { Text } from '../../core/locale.ts'

/** What an import did, or would do. */
export interface ImportReport {
  readonly path: string
  readonly format: string
  readonly isDryRun: boolean
  readonly notes: NoteCounts
  /** How the first of those begin that stay as they were edited here. */
  readonly editedHere: readonly string[]
  /** Of the notes that are here now. */
  readonly cards: number
  /** Answers, and all else that was known of the cards: both new here. */
  readonly reviews: number
  readonly otherFacts: number
  /** Entries that were here already. */
  readonly known: number
  readonly media: MediaCounts
  readonly leftOut: readonly LeftOut[]
  /** Files of decks that are new or changed, relative to the learner's folder. */
  readonly decks: readonly string[]
  readonly remarks: readonly Text[]
}

export interface NoteCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Changed there, and edited here: they stay as they are here. */
  readonly edited: number
}

export interface MediaCounts {
  readonly added: number
  readonly known: number
}

/** Things of one kind that were not taken. */
export interface LeftOut {
  readonly why: Text
  readonly count: number
  /** The first of them, by name. */
  readonly examples: readonly string[]
}

const MOST_EXAMPLES = 3

export type ImportTally = ReturnType<typeof createTally>

export function createTally() {
  const kinds = new Map<string, { why: Text; count: number; examples: string[] }>()
  return {
    add: (why: Text, name?: string): void => {
      const kind = kinds.getOrInsertComputed(why.en, () => ({ why, count: 0, examples: [] }))
      kind.count++
      if (name !== undefined && kind.examples.length < MOST_EXAMPLES) kind.examples.push(name)
    },
    kinds: (): readonly LeftOut[] => [...kinds.values()],
  }
}
