import type { Database } from 'better-sqlite3'
import type { StudyDay } from '../core/day.ts'
import type { CardId } from '../core/ids.ts'
import type { Agenda, DueCard, LearningCard } from '../core/queue.ts'

/** What the states say about a day: each part by an index, so that it costs as much as it holds. */
export function createAgenda(db: Database) {
  // `isDue` in SQL: a last review that lies ahead was dated by a wrong clock. The plus keeps the index of `due_day`, where most cards lie
  // ahead, out of it.
  const isAhead = 'last_day > @day + 1'
  const selectLearning = db.prepare<[{ readonly day: StudyDay }], LearningCard>(
    `select card, iif(${isAhead}, 0, due) as due from card_state
     where due is not null and suspended = 0 and buried_on is not @day order by card`,
  )
  const selectDue = db.prepare<[{ readonly day: StudyDay }], DueCard>(
    `select card, last_day as lastDay, stability from card_state
     where due_day <= @day and suspended = 0 and buried_on is not @day
     union all
     select card, last_day, stability from card_state
     where stability is not null and ${isAhead} and +due_day > @day and suspended = 0 and buried_on is not @day
     order by card`,
  )
  // A card that was reviewed since the attempt has been brought back already.
  const selectRecalls = db
    .prepare<[StudyDay, StudyDay], CardId>(
      `select distinct recalled.value from attempt, json_each(attempt.recalls) recalled
       left join card_state on card_state.card = recalled.value
       where attempt.day = ? and coalesce(last_review, 0) < attempt.at
         and coalesce(suspended, 0) = 0 and buried_on is not ?
       order by recalled.value`,
    )
    .pluck()
  const selectReviewed = db
    .prepare<[StudyDay], CardId>('select card from card_state where stability is not null and last_day = ?')
    .pluck()
  const selectHidden = db
    .prepare<[StudyDay], CardId>(
      `select card from card_state where kind = 'new' and (suspended = 1 or buried_on is ?)`,
    )
    .pluck()
  // One text for all: a hundred thousand rows of one column take five times as long.
  const selectSeen = db
    .prepare<[], string>('select json_group_array(card) from card_state where stability is not null')
    .pluck()
  const selectKeptBack = db
    .prepare<[StudyDay], CardId>('select card from card_state where suspended = 1 or buried_on = ?')
    .pluck()
  const agenda = (day: StudyDay): Agenda => ({
    learning: selectLearning.all({ day }),
    due: selectDue.all({ day }),
    recalls: selectRecalls.all(day, day),
    reviewed: selectReviewed.all(day),
    seen: new Set(JSON.parse(selectSeen.get() ?? '[]') as CardId[]),
    hidden: new Set(selectHidden.all(day)),
  })
  /** Suspended, or buried for the day. */
  const keptBack = (day: StudyDay): ReadonlySet<CardId> => new Set(selectKeptBack.all(day))
  return { agenda, keptBack }
}
