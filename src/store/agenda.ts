import type { Database } from 'better-sqlite3'
import { earliestStart, type StudyDay } from '../core/day.ts'
import type { DueCard } from '../core/day-limits.ts'
import type { CardId } from '../core/ids.ts'
import type { Agenda, LearningCard } from '../core/queue.ts'
import { firstIdAt } from './next-event-id.ts'

/**
 * What the states say about a day: each part by an index, so that it costs as much as it holds. Each is
 * named: to save the sorting of a few rows, SQLite would walk through all cards in the order of their ids.
 */
export function createAgenda(db: Database) {
  // `isDue` in SQL: a last review that lies ahead was dated by a wrong clock.
  const isAhead = 'last_day > @day + 1'
  const selectLearning = db.prepare<[{ readonly day: StudyDay }], LearningCard>(
    `select card, iif(${isAhead}, 0, due) as due from card_state indexed by card_state_on_steps
     where due is not null and suspended = 0 and buried_on is not @day order by card`,
  )
  const selectDue = db
    .prepare<[{ readonly day: StudyDay }], readonly [string, string, string]>(
      `select json_group_array(card), json_group_array(last_day), json_group_array(stability) from (
         select card, last_day, stability from card_state indexed by card_state_by_due_day
         where due_day <= @day and suspended = 0 and buried_on is not @day
         union all
         select card, last_day, stability from card_state indexed by card_state_by_due_day
         where exists (select 1 from day where day > @day + 1)
           and ${isAhead} and due_day > @day and suspended = 0 and buried_on is not @day
         order by card)`,
    )
    .raw()
  // A card that was reviewed since the attempt has been brought back already.
  const selectRecalls = db
    .prepare<[StudyDay, StudyDay], CardId>(
      `select distinct recalled.value from attempt, json_each(attempt.recalls) recalled
       left join card_state on card_state.card = recalled.value
       where attempt.day <= ? and attempt.recalls <> '[]' and coalesce(last_review, 0) < attempt.at
         and coalesce(suspended, 0) = 0 and buried_on is not ?
       order by recalled.value`,
    )
    .pluck()
  // From the end of the log, as an index of last days would be written twice with each answer.
  const selectReviewed = db
    .prepare<[{ readonly day: StudyDay; readonly since: string }], CardId>(
      `select card from card_state where exists (select 1 from day where day = @day)
         and card in (select subject from event where id >= @since and kind = 'review') and last_day = @day`,
    )
    .pluck()
  const selectHidden = db
    .prepare<[StudyDay], CardId>(
      `select card from card_state indexed by card_state_unseen
       where kind = 'new' and (suspended = 1 or buried_on is ?)`,
    )
    .pluck()
  const selectSuspendedNew = db
    .prepare<[], CardId>(
      `select card from card_state indexed by card_state_unseen where kind = 'new' and suspended = 1`,
    )
    .pluck()
  const selectKeptBack = db
    .prepare<[StudyDay], CardId>('select card from card_state where suspended = 1 or buried_on = ?')
    .pluck()
  const selectWithin = db
    .prepare<[{ readonly day: StudyDay; readonly last: StudyDay }], CardId>(
      `select card from card_state indexed by card_state_by_due_day
       where due_day > @day and due_day <= @last and suspended = 0 and buried_on is not @day and last_day <> @day
       order by due_day, card`,
    )
    .pluck()
  /** That come in the days behind a day, and were not reviewed on it. */
  const dueWithin = (day: StudyDay, days: number): readonly CardId[] =>
    selectWithin.all({ day, last: day + days })
  const agenda = (day: StudyDay): Agenda => ({
    learning: selectLearning.all({ day }),
    due: dueCards(selectDue.get({ day })),
    recalls: selectRecalls.all(day, day),
    reviewed: selectReviewed.all({ day, since: firstIdAt(earliestStart(day)) }),
    hidden: new Set(selectHidden.all(day)),
  })
  /** Suspended, or buried for the day. */
  const keptBack = (day: StudyDay): ReadonlySet<CardId> => new Set(selectKeptBack.all(day))
  /** Suspended before they were ever reviewed. */
  const suspendedNew = (): readonly CardId[] => selectSuspendedNew.all()
  return { agenda, dueWithin, keptBack, suspendedNew }
}

/** By columns, each as one text: a learner who was away has thousands of rows, which take five times as long. */
function dueCards(columns: readonly [string, string, string] | undefined): readonly DueCard[] {
  if (columns === undefined) return []
  const [cards, lastDays, stabilities] = columns.map((text) => JSON.parse(text)) as unknown as [
    readonly CardId[],
    readonly StudyDay[],
    readonly number[],
  ]
  return cards.map((card, at) => ({ card, lastDay: lastDays[at] ?? 0, stability: stabilities[at] ?? 0 }))
}
