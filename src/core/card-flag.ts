import type { CardId } from './ids.ts'

/** Stands for a note where none was given. */
export const FLAG = '⚑'

export const LONGEST_NOTE = 500

/**
 * Names the learner's flag in the log, a setting of each card; its value is the note, and empty where the
 * flag was taken away.
 */
export function flagKey(card: CardId): string {
  return `flag/${card}`
}

/** The note of a flagged card. @param texts the settings of the log */
export function flagOf(card: CardId, texts: ReadonlyMap<string, string>): string | undefined {
  return texts.get(flagKey(card)) || undefined
}
