import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Database } from 'better-sqlite3'
import type { CardState } from '../core/card-state.ts'
import type { Moment } from '../core/day.ts'
import type { CardChange, EventId, ExerciseEvent } from '../core/event.ts'
import type { ExerciseState } from '../core/exercise-state.ts'
import { foldLog, nextCardState, nextExerciseState, type Projection, schedulersFor } from '../core/fold.ts'
import type { CardId } from '../core/ids.ts'
import { Problem } from '../core/problem.ts'
import { createAgenda } from './agenda.ts'
import { createHistory } from './history.ts'
import { createLog } from './log.ts'
import { createMemories } from './memories.ts'
import { createProjections } from './projections.ts'

export type Store = ReturnType<typeof createStore>

export type CardRecorded =
  | { readonly kind: 'recorded'; readonly event: EventId; readonly state: CardState }
  /** Another process changed the card since it was read; nothing was written. */
  | { readonly kind: 'stale'; readonly state: CardState }

/**
 * The log and its projections. Each method that writes is one immediate transaction, durable when it returns: the event and
 * the state that it explains never part company, and two processes wait for each other.
 */
export function createStore(db: Database) {
  const log = createLog(db, () => randomUUID())
  const projections = createProjections(db)
  const history = createHistory(db)
  const { agenda, keptBack } = createAgenda(db)
  const memories = createMemories(db)

  const recordCard = db.transaction(
    (card: CardId, change: CardChange, now: Moment, seen: CardState): CardRecorded => {
      const before = projections.card(card)
      if (!isDeepStrictEqual(before.memory, seen.memory)) return { kind: 'stale', state: before }
      const state = nextCardState(card, before, change, now, schedulersFor(projections.settings()))
      const event = log.append({ ...change, card, before }, now)
      projections.putCard(card, state)
      projections.putHistory(event)
      return { kind: 'recorded', event: event.id, state }
    },
  )

  const undo = db.transaction((target: EventId, now: Moment): CardId => {
    const event = log.find(target)
    if (event === undefined || !('card' in event)) throw new Error(`No event of a card: ${target}`)
    if (log.latestOfCard(event.card) !== target) {
      throw new Problem(
        { en: `${event.card} was changed elsewhere since.`, zh: `${event.card} 之后在别处又有改动。` },
        {
          remedy: {
            en: 'Undo there, or rate the card when it comes back.',
            zh: '请在那里撤销，或等它再出现时评分。',
          },
        },
      )
    }
    log.append({ kind: 'undo', target }, now)
    projections.putCard(event.card, event.before)
    projections.dropReview(target)
    return event.card
  })

  const recordExercise = db.transaction((body: ExerciseEvent, now: Moment): ExerciseState => {
    const before = projections.exercise(body.exercise)
    const state = nextExerciseState(body.exercise, before, body, now, schedulersFor(projections.settings()))
    projections.putHistory(log.append(body, now))
    projections.putExercise(body.exercise, state)
    return state
  })

  const configure = db.transaction((key: string, value: string, now: Moment): void => {
    log.append({ kind: 'config', key, value }, now)
    projections.putSetting(key, value)
  })

  const rebuild = db.transaction((): void => {
    const events = log.all()
    const { cards, exercises, settings } = foldLog(events)
    projections.clear()
    for (const [id, state] of cards) projections.putCard(id, state)
    for (const [id, state] of exercises) projections.putExercise(id, state)
    for (const [key, value] of settings) projections.putSetting(key, value)
    for (const event of events) projections.putHistory(event)
    for (const event of events) if (event.kind === 'undo') projections.dropReview(event.target)
  })

  return {
    card: projections.card,
    cards: projections.cards,
    exercise: projections.exercise,
    exercises: projections.exercises,
    settings: projections.settings,
    history,
    agenda,
    keptBack,
    memories,
    events: log.all,
    /** What the tables hold now, to be compared with a fold of the log. */
    projection: (): Projection => ({
      cards: projections.cards(),
      exercises: projections.exercises(),
      settings: projections.settings(),
    }),
    /** `seen` is the state on which the learner decided. */
    recordCard: recordCard.immediate,
    /** Restores the state before the event; it must be the card's latest. Returns the card. */
    undo: undo.immediate,
    recordExercise: recordExercise.immediate,
    configure: configure.immediate,
    /** SQLite's own check: empty when the file is sound. */
    damages: (): readonly string[] => {
      const found = db.pragma('integrity_check') as readonly { readonly integrity_check: string }[]
      return found.map((row) => row.integrity_check).filter((text) => text !== 'ok')
    },
    /** Makes all projections anew from the log. */
    rebuild: rebuild.immediate,
    close: () => db.close(),
  }
}
