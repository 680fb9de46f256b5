import { type Instant, type Moment, studyDayOf } from '../core/day.ts'
import type { CardEvent, Event, EventBody, ExerciseEvent } from '../core/event.ts'
import { entryOf } from '../core/log-entry.ts'
import { insertAndRefold } from './refold.ts'
import type { Tables } from './tables.ts'

type Dated = Event & (CardEvent | ExerciseEvent)

/**
 * Lets what was done to cards and exercises under a clock that ran ahead count as done now. The log only
 * grows: such an event is undone and recorded anew, and so is what was done to the same card or exercise
 * behind it, at its own time. Belongs inside a transaction.
 * @param after what is dated later was dated wrongly
 * @param record appends, and changes the states
 * @returns how many events were dated anew
 */
export function redate(
  tables: Tables,
  after: Instant,
  now: Moment,
  record: (body: EventBody, at: Moment) => void,
): number {
  const { log } = tables
  const isAhead = ({ at }: Moment) => at > after
  const subjects = log.subjectsAfter(after)
  const tails = subjects.map((subject) => {
    const events = log.standingAbout(subject).filter(isDated)
    return events.slice(events.findIndex(isAhead))
  })
  for (const { id } of tails.flat()) {
    insertAndRefold(tables, [entryOf(log.draft({ kind: 'undo', target: id }, now))])
  }
  for (const event of tails.flat()) {
    if (isAhead(event)) record(asOf(event, now, after), now)
    else record(bodyOf(event), { at: event.at, offsetMin: event.offsetMin })
  }
  return tails.flat().filter((event) => isAhead(event) && event.kind !== 'place').length
}

function isDated(event: Event): event is Dated {
  return 'card' in event || 'exercise' in event
}

function bodyOf({ id: _, device: __, at: ___, offsetMin: ____, ...body }: Dated): EventBody {
  return body
}

/** The days that it names are as far from now as they were from then, and so is the review that a placement is of. */
function asOf(event: Dated, now: Moment, after: Instant): EventBody {
  const body = bodyOf(event)
  if (body.kind !== 'bury' && body.kind !== 'due' && body.kind !== 'place') return body
  const day = studyDayOf(now) + Math.max(0, body.day - studyDayOf(event))
  if (body.kind !== 'place') return { ...body, day }
  return body.reviewedAt > after ? { ...body, day, reviewedAt: now.at } : body
}
