import { writeDeck } from '../../content/write-deck.ts'
import { Problem } from '../../core/problem.ts'
import { type ExportFormat, NOTHING_EXPORTED } from './export-format.ts'
import { changedRemark } from './export-problems.ts'
import { deckNames, wholeDecks } from './whole-decks.ts'

/** One deck, as a file in `decks/` is; several go to a folder. */
export const MARKDOWN: ExportFormat = {
  name: 'md',
  endings: ['.md', '.markdown'],
  holds: { en: 'one deck as Markdown', zh: '一个卡组的 Markdown' },
  write: async (deps, { decks }, put) => {
    const names = deckNames(decks)
    if (names.length > 1) throw manyDecks(names.length)
    const [deck] = wholeDecks(deps, decks)
    if (deck === undefined) return NOTHING_EXPORTED
    const { text, notes, changed } = writeDeck(deck)
    put(text)
    return { ...NOTHING_EXPORTED, notes, cards: deck.cards.length, remarks: changedRemark(changed) }
  },
}

function manyDecks(decks: number): Problem {
  return new Problem(
    {
      en: `A Markdown file holds one deck, and these are ${decks}.`,
      zh: `一个 Markdown 文件只放一个卡组，这里有 ${decks} 个。`,
    },
    {
      remedy: {
        en: 'Name one with --deck, or a folder to write them into (such as notes/).',
        zh: '请用 --deck 指定一个，或给出要写入的文件夹（例如 notes/）。',
      },
    },
  )
}
