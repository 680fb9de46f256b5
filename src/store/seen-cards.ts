import type { Database } from 'better-sqlite3'
import type { CardId } from '../core/ids.ts'

/**
 * Which cards were ever reviewed. Lists come as one text each: a hundred thousand rows of one column take
 * five times as long.
 */
export function createSeenCards(db: Database) {
  // The few that are not are told by an index of their own; so the key's index serves for the others.
  const isSeen = `card not in (select card from card_state where kind = 'new')`
  const count = db
    .prepare<[], number>(
      `select (select count(*) from card_state) - (select count(*) from card_state where kind = 'new')`,
    )
    .pluck()
  const selectAll = db
    .prepare<[], string>(`select json_group_array(card) from card_state where ${isSeen}`)
    .pluck()
  const selectAmong = db
    .prepare<[string], string>(
      `select json_group_array(card) from card_state
       where card in (select value from json_each(?)) and ${isSeen}`,
    )
    .pluck()
  // In the order of the key's index. To sort in a query within, and to make the line's end for each row,
  // takes twice as long.
  const selectCalledAfter = db.prepare<[string, string], SeenIds>(
    `select count(*) as count, coalesce(group_concat(card, '\n'), '') as sorted from card_state
     where card > ? and card < ? and (not exists (select 1 from card_state where kind = 'new') or ${isSeen})`,
  )
  const setOf = (text: string | undefined) => new Set(JSON.parse(text ?? '[]') as CardId[])
  return {
    /** With ids `deck/...`. The end of the range is what follows the slash. */
    calledAfter: (deck: string): SeenIds =>
      selectCalledAfter.get(`${deck}/`, `${deck}0`) ?? { count: 0, sorted: '' },
    count: (): number => count.get() ?? 0,
    all: (): ReadonlySet<CardId> => setOf(selectAll.get()),
    among: (cards: readonly CardId[]): ReadonlySet<CardId> => setOf(selectAmong.get(JSON.stringify(cards))),
  }
}

/** In alphabetical order, with a line's end between; another order would only make a deck be looked at card by card. */
interface SeenIds {
  readonly count: number
  readonly sorted: string
}
