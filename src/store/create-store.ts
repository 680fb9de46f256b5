import { isDeepStrictEqual } from 'node:util'
import type { Database } from 'better-sqlite3'
import type { CardState } from '../core/card-state.ts'
import type { Instant, Moment, StudyDay } from '../core/day.ts'
import type { CardChange, Event, EventBody, EventId, ExerciseEvent, MembershipEvent } from '../core/event.ts'
import type { ExerciseState } from '../core/exercise-state.ts'
import { cardChangeBy, changeBy } from '../core/fold.ts'
import type { CardId } from '../core/ids.ts'
import type { InterviewRecord } from '../core/interview-record.ts'
import { entryOf, eventOf, type LogEntry } from '../core/log-entry.ts'
import type { Memory, SeenMemory } from '../core/memory.ts'
import type { ParametersByScope } from '../core/parameters-by-scope.ts'
import type { PlacedReview } from '../core/placement.ts'
import { Problem } from '../core/problem.ts'
import { haveSameWeights } from '../core/reweighing.ts'
import { SCOPES } from '../core/scheduling-parameters.ts'
import { takeAtOnce } from '../core/take-at-once.ts'
import { type Acceptance, acceptEntries, compareEntries } from './accept-entries.ts'
import { createAgenda } from './agenda.ts'
import { createAnkiOrigins } from './anki-origins.ts'
import { type BackUpOptions, backUp } from './back-up.ts'
import { createCopyBack } from './copy-back.ts'
import { createCourses } from './courses.ts'
import { findDrift } from './find-drift.ts'
import { guardWrites } from './guard-writes.ts'
import { createHistory } from './history.ts'
import { createHubs } from './hubs.ts'
import { createImportMarks } from './import-marks.ts'
import { createLogStretches } from './log-stretches.ts'
import { measureCalibration } from './measure-calibration.ts'
import { createMemories } from './memories.ts'
import { redate } from './redate.ts'
import { insertAndRefold, rebuild, replay } from './refold.ts'
import { createSeenCards } from './seen-cards.ts'
import { createSharedFolders } from './shared-folders.ts'
import { openTables } from './tables.ts'

export type Store = ReturnType<typeof createStore>

export type CardRecorded =
  | { readonly kind: 'recorded'; readonly event: EventId; readonly state: CardState }
  /** Another process changed the card since it was read; nothing was written. */
  | { readonly kind: 'stale'; readonly state: CardState }

/** On which day a card that was reviewed comes back. */
export type CardPlacement = PlacedReview & { readonly card: CardId }

/**
 * The log and its projections. Each method that writes is one immediate transaction, durable when it returns:
 * the events and the states that they explain never part company, and two processes wait for each other.
 */
export function createStore(db: Database) {
  const tables = openTables(db)
  const writing = guardWrites(db)
  const { log, projections, attempts } = tables
  const { agenda, dueWithin, keptBack, suspendedNew } = createAgenda(db)
  const { copyBack, answered, stop } = createCopyBack(db)
  const imports = createImportMarks(db)

  function record(body: EventBody, now: Moment): Event {
    const event = log.append(body, now)
    projections.put(changeBy(event, projections))
    return event
  }

  function recordChange(card: CardId, before: CardState, change: CardChange, now: Moment) {
    const body = { ...change, card }
    const { id } = log.append(body, now)
    const changed = cardChangeBy({ ...body, ...now }, before, projections.parameters())
    projections.put(changed)
    return { event: id, state: changed.state }
  }

  const recordCard = writing(
    (card: CardId, change: CardChange, now: Moment, seen: CardState, wanted?: SeenMemory): CardRecorded => {
      const before = projections.card(card)
      if (!isDeepStrictEqual(before.memory, seen.memory)) return { kind: 'stale', state: before }
      const { event, state } = recordChange(card, before, change, now)
      const placement = wanted && placementFor(state.memory, wanted)
      if (placement === undefined) return { kind: 'recorded', event, state }
      return { kind: 'recorded', event, state: recordChange(card, state, placement, now).state }
    },
  )

  const undo = writing((target: EventId, now: Moment): CardId => {
    const entry = log.find(target)
    const event = entry && eventOf(entry)
    if (event === undefined || !('card' in event)) throw new Error(`No event of a card: ${target}`)
    if (log.latestOfCard(event.card) !== target) throw changedElsewhere(event.card)
    insertAndRefold(tables, [entryOf(log.draft({ kind: 'undo', target }, now))])
    return event.card
  })

  const recordExercise = writing(
    (body: ExerciseEvent, now: Moment, delays: readonly CardPlacement[] = []): ExerciseState => {
      attempts.add(record(body, now).id)
      for (const delay of delays) record({ kind: 'place', ...delay }, now)
      return projections.exercise(body.exercise)
    },
  )

  const redateAfter = writing((after: Instant, now: Moment): number =>
    redate(tables, after, now, (body, at) => {
      const event = record(body, at)
      if ('exercise' in event) attempts.add(event.id)
    }),
  )

  const recordInterview = writing((interview: InterviewRecord, now: Moment): void => {
    record({ kind: 'interview', ...interview }, now)
  })

  const sayToHub = writing((said: MembershipEvent, now: Moment): LogEntry => entryOf(record(said, now)))

  const configure = writing((key: string, value: string, now: Moment): void => {
    record({ kind: 'config', key, value }, now)
  })

  const reschedule = writing(
    (
      change: (parameters: ParametersByScope) => ParametersByScope,
      now: Moment,
      onEntry?: () => void,
    ): void => {
      const before = projections.parameters()
      const parameters = change(before)
      for (const scope of SCOPES) record({ kind: 'parameters', scope, parameters: parameters[scope] }, now)
      if (!haveSameWeights(before.cards, parameters.cards)) replay(tables, onEntry)
    },
  )

  const accept = writing(
    (entries: Iterable<LogEntry>, onConflict: (id: EventId) => void, importName?: string): Acceptance => {
      if (importName !== undefined) imports.begin(importName)
      return acceptEntries(tables, entries, onConflict)
    },
  )
  /** Tables with rows of events that the log does not have. */
  function strays(): readonly string[] {
    const found = db.pragma('foreign_key_check') as readonly { readonly table: string }[]
    return [...new Set(found.map(({ table }) => table))]
  }

  const rebuildAll = writing((onEntry?: () => void): void => rebuild(tables, onEntry))

  return {
    card: projections.card,
    cards: projections.cards,
    cardsAmong: projections.cardsAmong,
    exercise: projections.exercise,
    exercises: projections.exercises,
    settings: projections.settings,
    parameters: projections.parameters,
    interview: projections.interviews.find,
    lastInterview: projections.interviews.last,
    interviews: projections.interviews.all,
    history: createHistory(db),
    agenda,
    dueWithin,
    keptBack,
    suspendedNew,
    memories: createMemories(db),
    seen: createSeenCards(db),
    /** What was foretold against what came of it, by steps that say how many reviews were gone through. */
    measuringCalibration: (today: StudyDay, reviewsAStep?: number) =>
      measureCalibration(tables, today, reviewsAStep),
    calibration: (today: StudyDay) => takeAtOnce(measureCalibration(tables, today)),
    /** The log in its order, to be passed on. The connection can do nothing else while it is read. */
    entries: log.entries,
    countEvents: log.count,
    countEventsAfter: log.countAfter,
    /** What is dated later than that counts as done now. Returns how much that was. */
    redateAfter,
    latestAt: log.latestAt,
    /** What the tables hold now. */
    projection: () => ({
      cards: projections.cards(),
      exercises: projections.exercises(),
      settings: projections.settings(),
      interviews: projections.interviews.all(),
      parameters: projections.parameters(),
      days: projections.days(),
    }),
    /**
     * Cards, exercises, settings, interviews and days whose stored state is not what the log says; `onEntry`
     * hears of each entry of the log.
     */
    drifted: (onEntry?: () => void): readonly string[] => [...findDrift(tables, onEntry), ...strays()],
    /**
     * `seen` is the state on which the learner decided; `wanted`: due when the learner was shown, where fuzz
     * has another day.
     */
    recordCard: (...answer: Parameters<typeof recordCard>): CardRecorded => {
      const recorded = recordCard(...answer)
      answered()
      return recorded
    },
    /**
     * What a second without an answer does by itself behind many of them: brings what was written ahead to
     * its places in the file.
     */
    copyBack,
    /** Takes the card's latest event back; the state is then what the others give. Returns the card. */
    undo,
    latestOwnChange: log.latestOwnChange,
    /** What was done to a card and stands, with what changed how it is scheduled; in order. */
    eventsOf: (card: CardId): readonly Event[] => log.standingAbout(card),
    reviewsSince: log.reviewsSince,
    /** All events that stand, in order. The connection can do nothing else while they are read. */
    standing: log.standing,
    /** What changed how memories are scheduled, in order. */
    reschedulings: log.standingOfSchedule,
    /** `delays`: of the cards of which it is evidence. */
    recordExercise,
    /** Instead of what was recorded of the same interview before. */
    recordInterview,
    /** It reaches the hub with the log. */
    sayToHub,
    configure,
    /**
     * From now on the scopes are scheduled so. Other weights of cards make all states anew: `onEntry` hears
     * of each entry of the log.
     */
    reschedule,
    /**
     * Entries of any device, checked before; in any order and any number of times. All or nothing.
     * `onConflict` hears of an id that is known with another content, which stays. `importName`: what is then
     * still to be finished, in the same transaction.
     */
    accept,
    knows: (id: EventId): boolean => log.find(id) !== undefined,
    find: log.find,
    compare: (entries: Iterable<LogEntry>, onConflict: (id: EventId) => void): Acceptance =>
      compareEntries(tables, entries, onConflict),
    stretches: createLogStretches(db),
    sharedFolders: createSharedFolders(db, writing),
    hubs: createHubs(db, writing),
    courses: createCourses(db, writing),
    importsToFinish: imports.toFinish,
    finishImport: writing(imports.finish),
    /** What Anki's notes were when they last came; the connection can do nothing else while they are read. */
    recordedNotes: imports.recordedNotes,
    ankiOrigins: createAnkiOrigins(db),
    /** SQLite's own check: empty when the file is sound. */
    damages: (): readonly string[] => {
      const found = db.pragma('integrity_check') as readonly { readonly integrity_check: string }[]
      return found.map((row) => row.integrity_check).filter((text) => text !== 'ok')
    },
    hasGrown: log.hasGrown,
    /** Writes all of it to one file, checked and durable when this ends. */
    backUp: (path: string, options: BackUpOptions) => backUp(db, path, options),
    /** Makes all projections anew from the log. */
    rebuild: rebuildAll,
    close: () => {
      stop()
      db.close()
    },
  }
}

/** What brings a review to the day that is wanted of it. */
function placementFor(memory: Memory, wanted: SeenMemory): CardChange | undefined {
  if (memory.kind !== 'review' || wanted.kind !== 'review' || memory.dueDay === wanted.dueDay)
    return undefined
  return { kind: 'place', day: wanted.dueDay, reviewedAt: memory.lastReview }
}

function changedElsewhere(card: CardId): Problem {
  return new Problem(
    { en: `${card} was changed elsewhere since.`, zh: `${card} 之后在别处又有改动。` },
    {
      remedy: {
        en: 'Undo there, or rate the card when it comes back.',
        zh: '请在那里撤销，或等它再出现时评分。',
      },
    },
  )
}
