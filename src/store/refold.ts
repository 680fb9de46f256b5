import type { StudyDay } from '../core/day.ts'
import type { DayTotals } from '../core/day-totals.ts'
import type { EventId } from '../core/event.ts'
import { addToDay, foldLog } from '../core/fold.ts'
import type { CardId, ExerciseId } from '../core/ids.ts'
import { eventOf, type LogEntry } from '../core/log-entry.ts'
import { createPackedCards } from '../core/packed-cards.ts'
import { changesSchedule } from '../core/parameters-by-scope.ts'
import type { Tables } from './tables.ts'

/** Whose states some entries change. */
interface Touched {
  readonly cards: Set<CardId>
  readonly exercises: Set<ExerciseId>
  readonly settings: Set<string>
  /** From this event on everything is scheduled otherwise. */
  rescheduledFrom: EventId | undefined
}

/** Inserts entries that may belong anywhere in the log, and makes anew what they touch and nothing else. */
export function insertAndRefold(tables: Tables, entries: readonly LogEntry[]): void {
  const { log } = tables
  const touched = touchedBy(tables, entries)
  const days = new Map<StudyDay, DayTotals>()
  for (const card of touched.cards) addDays(days, foldLog(log.standingAbout(card)).days, -1)
  for (const entry of entries) log.insert(entry)
  const { rescheduledFrom } = touched
  if (rescheduledFrom !== undefined && log.isScheduledAfter(rescheduledFrom)) replay(tables)
  else refold(tables, touched, days)
}

/** Makes every state anew from the log. */
export function replay({ log, projections, attempts }: Tables, onEntry?: () => void): void {
  projections.replaceAll(foldLog(log.standing(onEntry), createPackedCards()))
  attempts.refillAll()
}

/** `days`: what the touched cards gave to their days before. */
function refold(
  { log, projections, attempts }: Tables,
  { cards, exercises, settings, rescheduledFrom }: Touched,
  days: Map<StudyDay, DayTotals>,
): void {
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
  for (const [day, totals] of days) projections.addDay(day, totals)
}

function touchedBy({ log }: Tables, entries: readonly LogEntry[]): Touched {
  const touched: Touched = {
    cards: new Set(),
    exercises: new Set(),
    settings: new Set(),
    rescheduledFrom: undefined,
  }
  for (const entry of entries) {
    const undone = entry.kind === 'undo' ? log.find(entry.subject) : undefined
    touch(touched, entry)
    if (undone) touch(touched, undone)
  }
  return touched
}

function touch(touched: Touched, entry: LogEntry): void {
  const event = eventOf(entry)
  if (event === undefined) return
  if ('card' in event) touched.cards.add(event.card)
  if ('exercise' in event) touched.exercises.add(event.exercise)
  if (event.kind !== 'config' && event.kind !== 'parameters') return
  if (!changesSchedule(event)) {
    if (event.kind === 'config') touched.settings.add(event.key)
    return
  }
  const { rescheduledFrom } = touched
  if (rescheduledFrom === undefined || event.id < rescheduledFrom) touched.rescheduledFrom = event.id
}

function addDays(days: Map<StudyDay, DayTotals>, more: ReadonlyMap<StudyDay, DayTotals>, sign: 1 | -1): void {
  for (const [day, totals] of more) addToDay(days, day, totals, sign)
}
