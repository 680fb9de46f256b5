import { type Calibration, createCalibration } from '../core/calibration/calibration.ts'
import { createPredictor } from '../core/calibration/predict-reviews.ts'
import type { Prediction } from '../core/calibration/prediction.ts'
import { earliestStart, type StudyDay } from '../core/day.ts'
import type { Event, EventId } from '../core/event.ts'
import { createPackedCards } from '../core/packed-cards.ts'
import type { MeasuredCalibration } from './calibrations.ts'
import { firstIdAt } from './next-event-id.ts'
import { reweighingFor } from './refold.ts'
import type { Tables } from './tables.ts'

/**
 * What was foretold against what came of it, over the log as it stands. It is kept up to the log's last event, and up to the last before today,
 * to which an undo leads back: another time only those cards are gone through that were reviewed since.
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
  const yesterday = log.latestBefore(bound)
  const marks: MeasuredCalibration[] = []
  const mark = (event: EventId | undefined) => {
    const last = marks.at(-1)?.event ?? known?.event ?? ''
    if (event !== undefined && event > last) marks.push({ event, kept: calibration.keep() })
  }
  for (const prediction of known ? predictionsSince(log, known.event) : predictionsOf(log, onEntry)) {
    if (prediction.event >= bound) mark(yesterday)
    calibration.add(prediction)
  }
  mark(yesterday)
  mark(log.latest())
  if (marks.length > 0) calibrations.keep(version, bound, marks)
  return calibration.result()
}

function predictionsOf(log: Tables['log'], onEntry?: () => void): Generator<Prediction> {
  const cards = createPackedCards()
  return predictionsIn(log.standing(onEntry), createPredictor(cards, reweighingFor(log, cards)))
}

function* predictionsIn(events: Iterable<Event>, predict = createPredictor()): Generator<Prediction> {
  for (const event of events) {
    const prediction = predict(event)
    if (prediction) yield prediction
  }
}

function predictionsSince(log: Tables['log'], since: EventId): readonly Prediction[] {
  return [...log.reviewedAfter(since)]
    .flatMap((card) => [...predictionsIn(log.standingAbout(card))].filter(({ event }) => event > since))
    .sort((one, other) => (one.event < other.event ? -1 : 1))
}
