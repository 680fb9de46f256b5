import type { Database } from 'better-sqlite3'
import { type CardState, haveSameMarks, UNSEEN_CARD } from '../core/card-state.ts'
import type { StudyDay } from '../core/day.ts'
import type { DayTotals } from '../core/day-totals.ts'
import { type ExerciseState, UNSEEN_EXERCISE } from '../core/exercise-state.ts'
import type { Projection, StateChange } from '../core/fold.ts'
import type { CardId, ExerciseId } from '../core/ids.ts'
import { unreachable } from '../core/unreachable.ts'
import { DAY_COLUMNS, type DayRow, dayRow, dayTotalsOf } from './day-rows.ts'
import { createInterviews } from './interviews.ts'
import { createParameters } from './parameters.ts'
import {
  CARD_COLUMNS,
  CARD_MEMORY_COLUMNS,
  type CardStateRow,
  cardStateOf,
  cardStateRow,
  EXERCISE_COLUMNS,
  type ExerciseStateRow,
  exerciseStateOf,
  exerciseStateRow,
} from './state-rows.ts'
import { prepareUpsert } from './upsert.ts'

/** Tables that a fold of the log gives; written in the transaction of the events that explain the change. */
export function createProjections(db: Database) {
  const upsertMemory = prepareUpsert<CardStateRow>(db, 'card_state', CARD_COLUMNS, CARD_MEMORY_COLUMNS)
  // Apart, for SQLite writes the index of a column that is set anew also where it stays.
  const markCard = db.prepare<[CardStateRow]>(
    `update card_state set suspended = @suspended, buried_on = @buried_on, leech = @leech
     where card = @card and (suspended, buried_on, leech) is not (@suspended, @buried_on, @leech)`,
  )
  const upsertExercise = prepareUpsert<ExerciseStateRow>(db, 'exercise_state', EXERCISE_COLUMNS)
  const upsertSetting = prepareUpsert<{ key: string; value: string }>(db, 'setting', ['key', 'value'])
  const insertDay = prepareUpsert<DayRow>(db, 'day', DAY_COLUMNS)
  const addToDay = db.prepare<[DayRow]>(
    `update day set ${SUMS.map((column) => `${column} = ${column} + @${column}`).join(', ')} where day = @day`,
  )
  const deleteCard = db.prepare<[string]>('delete from card_state where card = ?')
  const deleteExercise = db.prepare<[string]>('delete from exercise_state where exercise = ?')
  const deleteSetting = db.prepare<[string]>('delete from setting where key = ?')
  const deleteDay = db.prepare<[DayRow]>('delete from day where day = @day and reviews + @reviews = 0')
  const selectCard = db.prepare<[string], CardStateRow>('select * from card_state where card = ?')
  const selectCardsAmong = db.prepare<[string], CardStateRow>(
    'select * from card_state where card in (select value from json_each(?))',
  )
  const selectCards = db.prepare<[], CardStateRow>('select * from card_state')
  const selectCardIds = db.prepare<[], CardId>('select card from card_state').pluck()
  const selectExercise = db.prepare<[string], ExerciseStateRow>(
    'select * from exercise_state where exercise = ?',
  )
  const selectExercises = db.prepare<[], ExerciseStateRow>('select * from exercise_state')
  const selectSettings = db.prepare<[], { key: string; value: string }>('select key, value from setting')
  const selectDays = db.prepare<[], DayRow>('select * from day')

  const parameters = createParameters(db)
  const interviews = createInterviews(db)

  const card = (id: CardId): CardState => {
    const row = selectCard.get(id)
    return row ? cardStateOf(row) : UNSEEN_CARD
  }
  const cards = (): ReadonlyMap<CardId, CardState> => byCard(selectCards.all())
  /** Of those that an event tells of, at once: to ask for each of two hundred takes a millisecond. */
  const cardsAmong = (ids: readonly CardId[]): ReadonlyMap<CardId, CardState> =>
    byCard(selectCardsAmong.all(JSON.stringify(ids)))
  const cardIds = (): readonly CardId[] => selectCardIds.all()
  const exercise = (id: ExerciseId): ExerciseState => {
    const row = selectExercise.get(id)
    return row ? exerciseStateOf(row) : UNSEEN_EXERCISE
  }
  const exercises = (): ReadonlyMap<ExerciseId, ExerciseState> =>
    new Map(selectExercises.all().map((row) => [row.exercise as ExerciseId, exerciseStateOf(row)]))
  const settings = (): ReadonlyMap<string, string> =>
    new Map(selectSettings.all().map(({ key, value }) => [key, value]))

  /** Undefined: no event of it stands. @param before what the table holds, where that is known */
  function putCard(id: CardId, state: CardState | undefined, before?: CardState): void {
    if (state === undefined) {
      deleteCard.run(id)
      return
    }
    const row = cardStateRow(id, state)
    upsertMemory.run(row)
    if (before === undefined || !haveSameMarks(before, state)) markCard.run(row)
  }

  function putExercise(id: ExerciseId, state: ExerciseState | undefined): void {
    if (state) upsertExercise.run(exerciseStateRow(id, state))
    else deleteExercise.run(id)
  }

  function putSetting(key: string, value: string | undefined): void {
    if (value === undefined) deleteSetting.run(key)
    else upsertSetting.run({ key, value })
  }

  /** A day on which no review is left has no row. */
  function addDay(day: StudyDay, more: DayTotals): void {
    const row = dayRow(day, more)
    if (more.reviews < 0 && deleteDay.run(row).changes === 1) return
    if (addToDay.run(row).changes === 0 && more.reviews > 0) insertDay.run(row)
  }

  function put(change: StateChange): void {
    switch (change.kind) {
      case 'card':
        putCard(change.card, change.state, change.before)
        if (change.review) addDay(change.review.day, change.review.totals)
        break
      case 'exercise':
        putExercise(change.exercise, change.state)
        break
      case 'setting':
        putSetting(change.key, change.value)
        break
      case 'interview':
        interviews.put(change.interview.begun, change.interview)
        break
      case 'parameters':
        parameters.put(change.parameters)
        break
      case 'none':
        break
      default:
        unreachable(change)
    }
  }

  return {
    card,
    cards,
    cardsAmong,
    cardIds,
    exercise,
    exercises,
    settings,
    interviews,
    parameters: parameters.read,
    days: (): ReadonlyMap<StudyDay, DayTotals> =>
      new Map(selectDays.all().map((row) => [row.day, dayTotalsOf(row)])),
    put,
    putCard,
    putExercise,
    putSetting,
    putParameters: parameters.put,
    addDay,
    /** Instead of all that stands. */
    replaceAll: (projection: Projection) => {
      for (const table of TABLES) db.exec(`delete from ${table}`)
      for (const [id, state] of projection.cards) putCard(id, state)
      for (const [id, state] of projection.exercises) putExercise(id, state)
      for (const [key, value] of projection.settings) putSetting(key, value)
      for (const [begun, interview] of projection.interviews) interviews.put(begun, interview)
      parameters.put(projection.parameters)
      for (const [day, totals] of projection.days) insertDay.run(dayRow(day, totals))
    },
  }
}

function byCard(rows: readonly CardStateRow[]): ReadonlyMap<CardId, CardState> {
  return new Map(rows.map((row) => [row.card as CardId, cardStateOf(row)]))
}

const [, ...SUMS] = DAY_COLUMNS

const TABLES = ['card_state', 'exercise_state', 'setting', 'interview', 'parameters', 'day']
