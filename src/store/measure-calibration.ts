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

const STEP = 2000

/**
 * What was foretold against what came of it, over the log as it stands. It is kept up to the log's last
 * event, and up to the last before today, to which an undo leads back: another time only those cards are gone
 * through that were reviewed since. The first time takes long: a step says how many reviews were gone
 * through, and whoever takes it may do something else before the next.
 */
export function measureCalibration(
  tables: Tables,
  today: StudyDay,
  reviewsAStep = STEP,
): Generator<number, Calibration | undefined> {
  // The program's start knows a part that is loaded later by its functions, and no generator is one.
  return measuring(tables, today, reviewsAStep)
}

function* measuring(
  tables: Tables,
  today: StudyDay,
  reviewsAStep: number,
): Generator<number, Calibration | undefined> {
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
  let read = 0
  for (const prediction of known ? predictionsSince(log, known.event) : predictionsOf(log)) {
    if (++read % reviewsAStep === 0) yield read
    if (prediction === undefined) continue
    if (prediction.event >= bound) mark(yesterday)
    calibration.add(prediction)
  }
  mark(yesterday)
  mark(log.latest())
  if (marks.length > 0) calibrations.keep(version, bound, marks)
  return calibration.result()
}

/** Undefined: an event of which nothing was foretold. */
type Predictions = Generator<Prediction | undefined>

function predictionsOf(log: Tables['log']): Predictions {
  const cards = createPackedCards()
  return predictionsIn(log.standingByPages(), createPredictor(cards, reweighingFor(log, cards)))
}

function* predictionsIn(events: Iterable<Event>, predict = createPredictor()): Predictions {
  for (const event of events) yield predict(event)
}

function* predictionsSince(log: Tables['log'], since: EventId): Predictions {
  const found: Prediction[] = []
  for (const card of log.reviewedAfter(since)) {
    for (const prediction of predictionsIn(log.standingAbout(card))) {
      if (prediction && prediction.event > since) found.push(prediction)
      yield undefined
    }
  }
  yield* found.sort((one, other) => (one.event < other.event ? -1 : 1))
}
