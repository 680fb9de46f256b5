import type { Database } from 'better-sqlite3'
import type { StudyDay } from '../core/day.ts'
import type { CardId } from '../core/ids.ts'
import type { LastingMemory, MarkedCard, Marks } from '../core/memory.ts'
import type { Forgetting } from '../core/scheduler.ts'
import type { DueCount } from '../core/statistics/forecast.ts'

/** All memories at once, as sums or by the few columns that a statistic needs. */
export function createMemories(db: Database) {
  const recall = `coalesce(sum(pow(1 + @factor * iif(last_day < @day, @day - last_day, 0) / stability, @decay)), 0)`
  const selectRecall = db
    .prepare<[Forgetting & { readonly day: StudyDay }], number>(
      `select ${recall} from card_state where stability is not null`,
    )
    .pluck()
  const selectRecallOf = db
    .prepare<[Forgetting & { readonly day: StudyDay; readonly cards: string }], number>(
      `select ${recall} from card_state
       where stability is not null and card in (select value from json_each(@cards))`,
    )
    .pluck()
  const selectLasting = db
    .prepare<[], readonly [CardId, LastingMemory['kind'], number, StudyDay, number, number]>(
      'select card, kind, stability, last_day, difficulty, lapses from card_state where stability is not null',
    )
    .raw()
  const selectDueCounts = db.prepare<[], DueCount>(
    `select due_day as day, count(*) as cards from card_state
     where due_day is not null and suspended = 0 group by due_day`,
  )
  const selectDueCountsOf = db.prepare<[string], DueCount>(
    `select due_day as day, count(*) as cards from card_state
     where due_day is not null and suspended = 0 and card in (select value from json_each(?)) group by due_day`,
  )
  const countDueOn = db
    .prepare<[StudyDay], number>(
      `select count(*) from card_state indexed by card_state_by_due_day where due_day = ? and suspended = 0`,
    )
    .pluck()
  const countMarks = db.prepare<[], Marks>(
    `select coalesce(sum(leech), 0) as leeches, coalesce(sum(suspended), 0) as suspended from card_state
     indexed by card_state_marked where suspended = 1 or leech = 1`,
  )
  const selectMarked = db
    .prepare<[], readonly [CardId, number, number, number]>(
      `select card, suspended, leech, coalesce(lapses, 0) from card_state indexed by card_state_marked
       where suspended = 1 or leech = 1
       order by suspended desc, card`,
    )
    .raw()
  return {
    /** Predicted recalls on a day, of all cards. */
    recallOfAll: (day: StudyDay, forgetting: Forgetting): number =>
      selectRecall.get({ ...forgetting, day }) ?? 0,
    recallOf: (cards: readonly CardId[], day: StudyDay, forgetting: Forgetting): number =>
      selectRecallOf.get({ ...forgetting, day, cards: JSON.stringify(cards) }) ?? 0,
    /** Of the cards that were ever reviewed. */
    lasting: (): ReadonlyMap<CardId, LastingMemory> =>
      new Map(
        selectLasting
          .all()
          .map(([card, kind, stability, lastDay, difficulty, lapses]) => [
            card,
            { kind, stability, lastDay, difficulty, lapses },
          ]),
      ),
    /** By the day on which they are due; suspended cards are left out. */
    dueCounts: (): readonly DueCount[] => selectDueCounts.all(),
    dueCountsOf: (cards: readonly CardId[]): readonly DueCount[] =>
      selectDueCountsOf.all(JSON.stringify(cards)),
    dueOn: (day: StudyDay): number => countDueOn.get(day) ?? 0,
    marked: (): MarkedCard[] =>
      selectMarked.all().map(([card, suspended, leech, lapses]) => ({
        card,
        suspended: suspended === 1,
        leech: leech === 1,
        lapses,
      })),
    marks: (): Marks => countMarks.get() ?? { leeches: 0, suspended: 0 },
  }
}
