import { type Calibration, createCalibration } from '../core/calibration/calibration.ts'
import { createPredictor } from '../core/calibration/predict-reviews.ts'
import type { Prediction } from '../core/calibration/prediction.ts'
import { earliestStart, type StudyDay } from '../core/day.ts'
import type { Event, EventId } from '../core/event.ts'
import type { MeasuredCalibration } from './calibrations.ts'
import { firstIdAt } from './next-event-id.ts'
import type { Tables } from './tables.ts'

/**
 * What was foretold against what came of it, over the log as it stands. What lies before today is kept: another time only the cards are gone
 * through that were reviewed since. An undo of today thus costs nothing.
 */
export function measureCalibration(
  tables: Tables,
  today: StudyDay,
  onEntry?: () => void,
): Calibration | undefined {
  const { log, calibrations } = tables
  const version = calibrations.version()
  const known = calibrations.last()
  const calibration = createCalibration(known?.kept)
  const bound = firstIdAt(earliestStart(today))
  let last: EventId | undefined
  let measured: MeasuredCalibration | undefined
  for (const prediction of known
    ? predictionsSince(log, known.event)
    : predictionsIn(log.standing(onEntry))) {
    if (prediction.event >= bound && last !== undefined)
      measured ??= { event: last, kept: calibration.keep() }
    calibration.add(prediction)
    last = prediction.event
  }
  if (last !== undefined && last < bound) measured = { event: last, kept: calibration.keep() }
  if (measured) calibrations.keep(version, measured)
  return calibration.result()
}

function* predictionsIn(events: Iterable<Event>): Generator<Prediction> {
  const predict = createPredictor()
  for (const event of events) {
    const prediction = predict(event)
    if (prediction) yield prediction
  }
}

function predictionsSince(log: Tables['log'], since: EventId): readonly Prediction[] {
  return log
    .reviewedAfter(since)
    .flatMap((card) => [...predictionsIn(log.standingAbout(card))].filter(({ event }) => event > since))
    .sort((one, other) => (one.event < other.event ? -1 : 1))
}
