import { hash } from 'node:crypto'
import type { Instant, Moment } from '../../core/day.ts'
import { type CardId, cardId } from '../../core/ids.ts'
import type { ImportedFact, ImportedSource } from '../../core/imported/imported-source.ts'
import { count, type Text } from '../../core/locale.ts'
import type { LogEntry } from '../../core/log-entry.ts'
import { importedEntry } from '../imported-entry.ts'
import { remarksOf } from '../text/line-remarks.ts'
import type { LineRemark } from '../text/plain-note.ts'
import { type LoggedRow, readReviewLog } from './read-review-log.ts'

export interface ReviewLogReading {
  readonly momentAt: (at: Instant) => Moment
  readonly isCard: (card: CardId) => boolean
  /** The events of the reviews of a card that are here, by their times. */
  readonly reviewsOf: (card: CardId) => ReadonlyMap<Instant, string>
}

/**
 * A review log's rows as an import takes them, onto cards by their ids. Those of cards that no deck has are
 * kept all the same.
 */
export function reviewLogSource(text: string, reading: ReviewLogReading): ImportedSource {
  const rows: LoggedRow[] = []
  const remarks: readonly LineRemark[] = readReviewLog(text, (row) => rows.push(row))
  const unknown = new Set(rows.map(({ card }) => idOf(card)).filter((card) => !reading.isCard(card)))
  let known = 0
  return {
    size: { notes: 0, reviews: rows.length },
    notes: () => [],
    facts: function* () {
      known = 0
      const here = new Map<CardId, ReadonlyMap<Instant, string>>()
      for (const row of rows) {
        const entry = entryOfRow(row, reading.momentAt)
        const card = idOf(row.card)
        const events = here.getOrInsertComputed(card, reading.reviewsOf)
        // One that was answered here, and now comes back.
        const present = events.get(row.at)
        if (present !== undefined && present !== entry.id) known++
        else yield { kind: 'fact', entry } satisfies ImportedFact
      }
    },
    media: [],
    get remarks() {
      return [...remarksOf(remarks), ...unknownCards(unknown), ...answeredHere(known)]
    },
    close: () => undefined,
  }
}

function entryOfRow(
  { card, at, rating, durationMs }: LoggedRow,
  momentAt: ReviewLogReading['momentAt'],
): LogEntry {
  const body = { kind: 'review', card: idOf(card), rating, durationMs } as const
  return importedEntry(body, momentAt(at), `revlog:${card}:${at}`)
}

/** Another program's name of a card becomes one of ours. */
function idOf(card: string): CardId {
  const id = cardId(card) ?? cardId(`revlog/${card}`) ?? cardId(`revlog/c${hash('sha1', card)}`)
  if (id === undefined) throw new Error('No id follows from a digest')
  return id
}

function unknownCards(cards: ReadonlySet<CardId>): readonly Text[] {
  if (cards.size === 0) return []
  const shown = [...cards].slice(0, 5).join(', ')
  return [
    {
      en: `No deck has ${count(cards.size, 'card')} of these (${shown}${cards.size > 5 ? ', …' : ''}); their reviews are kept, and \`anneal doctor join\` gives them to a card.`,
      zh: `其中 ${cards.size} 张卡片不在任何卡组中（${shown}${cards.size > 5 ? '……' : ''}）；它们的复习记录会保留，可用 \`anneal doctor join\` 接到一张卡片上。`,
    },
  ]
}

function answeredHere(reviews: number): readonly Text[] {
  if (reviews === 0) return []
  return [
    {
      en: `${count(reviews, 'review')} were answered here, and are known.`,
      zh: `有 ${reviews} 次复习本来就是在这里答的，已有记录。`,
    },
  ]
}
