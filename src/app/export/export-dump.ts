import type { ListedDeck } from '../../core/card.ts'
import type { CardId } from '../../core/ids.ts'
import { entryOf, type LogEntry } from '../../core/log-entry.ts'
import { type Dump, type DumpedCard, type DumpedDeck, dumpLines } from '../../interop/dump/dump-lines.ts'
import { cardsOf, idsIn } from '../deck-cards.ts'
import type { Deps } from '../deps.ts'
import { isOwnDeck } from '../own-note.ts'
import type { ExportFormat, ExportWanted } from './export-format.ts'
import { ownFiles } from './own-files.ts'

/** Everything, for `import` to read back and for other programs. */
export const DUMP: ExportFormat = {
  name: 'json',
  endings: ['.json'],
  holds: { en: 'everything: cards, states, the log, settings', zh: '全部内容：卡片、状态、日志、设置' },
  write: async (deps, wanted, put) => {
    let [notes, cards, reviews] = [0, 0, 0]
    let lastNote = ''
    const remarks = wanted.isWhole ? [] : [ONLY_DECKS]
    const dump = dumpOf(deps, wanted, {
      onCard: ({ note }) => {
        cards++
        if (note !== lastNote) notes++
        lastNote = note
        wanted.onWritten()
      },
      onEntry: ({ kind }) => {
        if (kind === 'review') reviews++
        wanted.onWritten()
      },
    })
    for (const line of dumpLines(dump)) put(line)
    return { notes, cards, reviews, remarks }
  },
}

const ONLY_DECKS = {
  en: 'Settings, exercises and interviews are not of a deck, and are left out.',
  zh: '设置、练习和模拟面试不属于任何卡组，未写入。',
}

interface Listeners {
  readonly onCard: (card: DumpedCard) => void
  readonly onEntry: (entry: LogEntry) => void
}

function dumpOf(deps: Deps, { decks, isWhole }: ExportWanted, { onCard, onEntry }: Listeners): Dump {
  const { store } = deps
  return {
    at: new Date(deps.now().at).toISOString(),
    decks: decks.map((deck) => dumpedDeck(deps, deck)),
    cards: heard(dumpedCards(deps, decks), onCard),
    exercises: isWhole ? store.exercises() : [],
    settings: isWhole ? store.settings() : new Map(),
    files: ownFiles(deps, decks, isWhole),
    log: heard(isWhole ? store.entries() : entriesOf(deps, idsIn(decks)), onEntry),
  }
}

function* heard<T>(values: Iterable<T>, hear: (value: T) => void): Generator<T> {
  for (const value of values) {
    hear(value)
    yield value
  }
}

function dumpedDeck(deps: Deps, deck: ListedDeck): DumpedDeck {
  const { name, title, group, beyond, weight } = deck
  return { name, title, group, beyond, weight, isOwn: isOwnDeck(deps, deck) }
}

/** Deck by deck, so that no more than one is held. */
function* dumpedCards(deps: Deps, decks: readonly ListedDeck[]): Generator<DumpedCard> {
  const states = deps.store.cards()
  for (const deck of decks)
    for (const { line, ...card } of cardsOf(deps, deck)) yield { ...card, state: states.get(card.id) ?? null }
}

/** What stands of these cards. */
function* entriesOf({ store }: Deps, cards: ReadonlySet<CardId>): Generator<LogEntry> {
  for (const event of store.standing()) if ('card' in event && cards.has(event.card)) yield entryOf(event)
}
