import { isNoteRecord } from '../core/change-kinds.ts'
import type { StudyDay } from '../core/day.ts'
import type { DayTotals } from '../core/day-totals.ts'
import { weightsInTurn } from '../core/fit/weight-changes.ts'
import { addToDay, changeBy, foldLog, type Projection } from '../core/fold.ts'
import type { LogEntry } from '../core/log-entry.ts'
import { createPackedCards, type FoldedCards } from '../core/packed-cards.ts'
import { createReweighing, type Reweighing } from '../core/reweighing.ts'
import type { Tables } from './tables.ts'
import { type Touched, touchedBy } from './touched.ts'

/** Inserts entries that may belong anywhere in the log, and makes anew what they touch and nothing else. */
export function insertAndRefold(tables: Tables, entries: readonly LogEntry[]): void {
  const { log } = tables
  const touched = touchedBy(tables, entries)
  const isReplayed = isReplayCheaper(tables, touched)
  const days = new Map<StudyDay, DayTotals>()
  if (!isReplayed) {
    for (const card of touched.cards) addDays(days, foldLog(log.standingAbout(card)).days, -1)
  }
  insertAll(tables, entries)
  // The first weights of the log may be among the new entries: they change the memories of what lies before them.
  if (isReplayed || (touched.rescheduledFrom !== undefined && isReweighed(log))) replay(tables)
  else refold(tables, touched, days)
}

/** Inserts, and lets go what was measured over a place where an entry now stands, or stood. */
export function insertAll({ log, calibrations }: Tables, entries: Iterable<LogEntry>): void {
  for (const entry of entries) {
    log.insert(entry)
    if (isNoteRecord(entry.kind)) continue
    calibrations.forgetFrom(entry.id)
    if (entry.kind === 'undo') calibrations.forgetFrom(entry.subject)
  }
}

const MANY_CARDS = 1000

/**
 * Where everything is scheduled otherwise, or so many cards are folded twice that it costs more than all of
 * them once.
 */
function isReplayCheaper({ log, projections }: Tables, { cards, rescheduledFrom }: Touched): boolean {
  if (rescheduledFrom !== undefined) return log.isScheduledAfter(rescheduledFrom) || isReweighed(log)
  return cards.size > MANY_CARDS && 4 * cards.size > projections.cardIds().length
}

/** Makes every state anew from the log. */
export function replay({ log, projections, attempts }: Tables, onEntry?: () => void): void {
  projections.replaceAll(foldWhole(log, onEntry))
  attempts.refillAll()
}

/** The same, believing nothing that was kept. */
export function rebuild(tables: Tables, onEntry?: () => void): void {
  replay(tables, onEntry)
  tables.calibrations.forgetFrom('')
}

/** All that stands. */
export function foldWhole(log: Tables['log'], onEntry?: () => void): Projection {
  const cards = createPackedCards()
  return foldLog(log.standing(onEntry), cards, reweighingFor(log, cards))
}

/** Undefined where no weights of cards ever change, so that nothing has to be kept for it. */
export function reweighingFor(log: Tables['log'], cards: FoldedCards): Reweighing | undefined {
  return isReweighed(log) ? createReweighing(cards) : undefined
}

function isReweighed(log: Tables['log']): boolean {
  return weightsInTurn(log.standingOfSchedule()).length > 1
}

/** `days`: what the refolded cards gave to their days before. */
function refold(
  { log, projections, attempts }: Tables,
  { steps, cards, exercises, settings, interviews, rescheduledFrom }: Touched,
  days: Map<StudyDay, DayTotals>,
): void {
  for (const event of steps) if (!log.isUndone(event.id)) projections.put(changeBy(event, projections))
  for (const id of cards) {
    const folded = foldLog(log.standingAbout(id))
    projections.putCard(id, folded.cards.get(id))
    addDays(days, folded.days, 1)
  }
  for (const id of exercises) {
    projections.putExercise(id, foldLog(log.standingAbout(id)).exercises.get(id))
    attempts.refill(id)
  }
  if (rescheduledFrom !== undefined) {
    projections.putParameters(foldLog(log.standingOfSchedule()).parameters)
  }
  for (const key of settings) projections.putSetting(key, log.latestSetting(key))
  for (const begun of interviews) projections.interviews.put(begun, log.latestInterview(begun))
  for (const [day, totals] of days) projections.addDay(day, totals)
}

function addDays(days: Map<StudyDay, DayTotals>, more: ReadonlyMap<StudyDay, DayTotals>, sign: 1 | -1): void {
  for (const [day, totals] of more) addToDay(days, day, totals, sign)
}
