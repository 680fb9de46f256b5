import { parseDeck } from '../../content/parse-deck.ts'
import { writeDeck } from '../../content/write-deck.ts'
import type { Card, Deck } from '../../core/card.ts'
import { formatFault } from '../../core/fault.ts'
import { fileNameOf } from '../../core/file-name.ts'
import type { ImportedFile, ImportedSource } from '../../core/imported/imported-source.ts'
import { count, type Text } from '../../core/locale.ts'
import { plainSource } from '../../interop/text/plain-source.ts'
import { readPlainDeck } from '../../interop/text/read-plain-deck.ts'
import type { Deps } from '../deps.ts'
import { imagesBeside } from './images-beside.ts'
import type { ImportFile, ImportFormat } from './import-format.ts'
import { momentHere } from './moment-here.ts'
import { readImportText } from './read-import-text.ts'
import { titleOfFile } from './table-source.ts'

/**
 * Decks in plain text: ours, which those of hashcards and repeater are too, and those of other programs, by
 * what is found in them.
 */
export const PLAIN_DECK: ImportFormat = {
  name: 'md',
  endings: ['.md', '.markdown', '.txt'],
  holds: { en: 'decks in plain text', zh: '纯文本卡组' },
  takes: ({ name }) => /\.(?:md|markdown|txt)$/.test(name),
  open: async (deps, file) => {
    const text = readImportText(file)
    const { deck, faults } = parseDeck(text, `${fileNameOf(titleOfFile(file))}.md`)
    const plain = readPlainDeck(text)
    if (plain.notes.length > deck.cards.length)
      return plainSource(plain, {
        fileTitle: titleOfFile(file),
        momentAt: momentHere,
        isOurs: deps.content.cards.has,
      })
    return ownDeckSource(deps, deck, file, faults.map(formatFault))
  },
}

/** Cards that stand here as they are in the file are not taken a second time. */
function ownDeckSource(deps: Deps, deck: Deck, file: ImportFile, faults: readonly string[]): ImportedSource {
  const known = new Set(deck.cards.filter((card) => isHere(deps, card)).map(({ note }) => note))
  const fresh = { ...deck, cards: deck.cards.filter(({ note }) => !known.has(note)) }
  const { text, changed } = writeDeck(fresh)
  const deckFile: ImportedFile = { path: `${deck.name}.md`, bytes: Buffer.from(text) }
  return {
    size: { notes: 0, reviews: 0 },
    notes: () => [],
    facts: () => [],
    media: [],
    files: () => (fresh.cards.length === 0 ? [] : [deckFile, ...imagesBeside(file.path, fresh.cards)]),
    remarks: [
      ...faults.slice(0, MOST_FAULTS).map(verbatimFault),
      ...knownNotes(known.size),
      ...changedNotes(changed),
    ],
    close: () => undefined,
  }
}

const MOST_FAULTS = 10

function verbatimFault(fault: string): Text {
  return { en: fault, zh: fault }
}

function isHere({ content }: Deps, card: Card): boolean {
  const here = content.cards.get(card.id)
  return here !== undefined && wordingOf(here) === wordingOf(card)
}

function wordingOf({ line, deck, ...card }: Card): string {
  return JSON.stringify(Object.entries(JSON.parse(JSON.stringify(card))).sort())
}

function knownNotes(notes: number): readonly Text[] {
  if (notes === 0) return []
  return [
    {
      en: `${count(notes, 'note')} stand here already, as they are.`,
      zh: `${notes} 条笔记已在这里，内容相同。`,
    },
  ]
}

function changedNotes(notes: readonly string[]): readonly Text[] {
  if (notes.length === 0) return []
  const shown = notes.slice(0, 5).join(', ')
  return [{ en: `Not quite as they were: ${shown}.`, zh: `与原文略有出入：${shown}。` }]
}
