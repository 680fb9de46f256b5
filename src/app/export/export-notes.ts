import type { ListedDeck } from '../../core/card.ts'
import type { Locale } from '../../core/locale.ts'
import { notesOf } from '../../core/notes-of.ts'
import { sum } from '../../core/sum.ts'
import { NOTE_COLUMNS, noteRow } from '../../interop/csv/note-row.ts'
import { rowText, type SeparatorName } from '../../interop/csv/write-rows.ts'
import { cardsOf } from '../deck-cards.ts'
import { type ExportFormat, NOTHING_EXPORTED } from './export-format.ts'

/** Tables of notes, as Anki imports text. */
export const NOTES_CSV = notesFormat('csv', 'comma')
export const NOTES_TSV = notesFormat('tsv', 'tab')

function notesFormat(name: string, separator: SeparatorName): ExportFormat {
  return {
    name,
    endings: [`.${name}`],
    holds: { en: `notes for Anki's import of text`, zh: '供 Anki 文本导入的笔记表' },
    write: async (deps, { decks, languages }, put) => {
      put(headerLines(separator))
      let notes = 0
      for (const deck of decks) {
        for (const [card] of notesOf(cardsOf(deps, deck))) {
          put(rowText(noteRow(card, deckPath(deck, languages), languages), separator))
          notes++
        }
      }
      const cards = sum(decks.map(({ cards: { length } }) => length))
      return { ...NOTHING_EXPORTED, notes, cards }
    },
  }
}

function headerLines(separator: SeparatorName): string {
  const [guid, notetype, deck, tags] = [1, 2, 3, 4]
  return [
    `#separator:${separator}`,
    '#html:false',
    `#guid column:${guid}`,
    `#notetype column:${notetype}`,
    `#deck column:${deck}`,
    `#tags column:${tags}`,
    `#columns:${rowText(NOTE_COLUMNS, separator).trimEnd()}`,
    '',
  ].join('\n')
}

/** Two colons part a deck's name from that of the one above it. */
function deckPath({ title, group }: ListedDeck, [language]: readonly [Locale, ...Locale[]]): string {
  return ['Anneal', group, title[language]].map((name) => name.replace(/:{2,}/g, ':')).join('::')
}
