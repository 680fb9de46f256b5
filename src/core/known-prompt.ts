import type { Card } from './card.ts'
import { type CardId, cardId } from './ids.ts'

/**
 * What a card without a written id asked when it was answered, so that it is known again after its text was
 * edited. Kept in the log as a setting of the card is.
 */
const PREFIX = 'prompt/'

/** More tells no more of two texts. */
const LONGEST_PROMPT = 2_000

export function promptKey(card: CardId): string {
  return `${PREFIX}${card}`
}

/** What is asked, in the languages that it is written in, without a mark of its own. */
export function promptOf(card: Card): string {
  const { en, zh } = card.kind === 'cloze' ? card.text : card.prompt
  return (en === zh ? en : `${en}\n${zh}`).slice(0, LONGEST_PROMPT).toWellFormed()
}

/** @param texts the settings of the log */
export function knownPrompts(texts: ReadonlyMap<string, string>): ReadonlyMap<CardId, string> {
  const known = new Map<CardId, string>()
  for (const [key, prompt] of texts) {
    const card = key.startsWith(PREFIX) ? cardId(key.slice(PREFIX.length)) : undefined
    if (card !== undefined) known.set(card, prompt)
  }
  return known
}
