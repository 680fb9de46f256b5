import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CardId } from '../../src/core/ids.ts'

const CARDS_IN_A_DECK = 1000

/** Ids as a learner's own decks have them: `pile-3/card-17`. */
export function ownCardIds(count: number): readonly CardId[] {
  return Array.from(
    { length: count },
    (_, at) => `pile-${Math.floor(at / CARDS_IN_A_DECK)}/card-${at % CARDS_IN_A_DECK}` as CardId,
  )
}

/** The deck files of these cards, one a thousand. */
export function writeDecks(folder: string, ids: readonly CardId[]): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, own] of Map.groupBy(ids, (id) => id.slice(0, id.indexOf('/')))) {
    writeFileSync(
      join(folder, `${name}.md`),
      `---\ntitle: ${name}\ngroup: piles\n---\n\n${own.map(note).join('\n')}`,
    )
  }
}

function note(id: CardId): string {
  return `## ${id}\n\nQ: What does the paper on ${id} say of its ${id.length} layers, and of the loss on the ${id} split?\nA: That each halves the resolution of ${id}, and that the loss falls.\n`
}
