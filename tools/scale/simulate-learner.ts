import { ulid } from 'ulid'
import { type CardState, UNSEEN_CARD } from '../../src/core/card-state.ts'
import { DAY_MS, type Instant, type Moment, type StudyDay } from '../../src/core/day.ts'
import type { Event, EventBody } from '../../src/core/event.ts'
import type { CardId, ExerciseId } from '../../src/core/ids.ts'
import { nextCardState } from '../../src/core/next-state.ts'
import { INITIAL_PARAMETERS, withRetention } from '../../src/core/parameters-by-scope.ts'
import { createRandom, type Random } from '../../src/core/random.ts'
import type { Rating } from '../../src/core/rating.ts'
import { SCOPES } from '../../src/core/scheduling-parameters.ts'

export interface ScaleLearner {
  readonly seed: string
  readonly cards: readonly CardId[]
  readonly exercises: readonly ExerciseId[]
  /** Study days, `last` included: the learner is up to date in its evening. */
  readonly first: StudyDay
  readonly last: StudyDay
}

export const DEVICE = 'a5c2f1de-0f0e-4c55-9d0c-2f4e2f3b7a10'
const OFFSET_MIN = 60
const SKIPPED_DAYS = 0.06
const UNDONE = 0.004
const BURIED = 0.002
const TAKES_LEECHES_UP = 0.9
/** The share of all days over which new cards are spread. */
const LEARNING = 0.8
const RETENTION = 0.95

/** A card as this learner knows it. `forgets`: how often one that is due is not recalled. */
interface Known {
  readonly id: CardId
  readonly forgets: number
  state: CardState
}

interface UnsignedEvent {
  readonly at: Instant
  readonly body: EventBody
  /** For the undo that may follow. */
  readonly undone: boolean
}

/**
 * All that a learner of some years leaves in the log, in its order: each card from its first day on answered whenever the real scheduler
 * asks for it, with undos, buried cards, leeches that are taken up again, skipped days, and an attempt a day. Memory grows with cards, not events.
 */
export function* simulateLearner(learner: ScaleLearner): Generator<Event> {
  const random = createRandom(learner.seed)
  const days = learner.last - learner.first + 1
  const metBy = (day: StudyDay) =>
    Math.floor((learner.cards.length * (day - learner.first)) / (days * LEARNING))
  const calendar = createCalendar()
  const sign = createSigner(random)
  const start = instantOf(learner.first, 0)
  yield* sign(
    SCOPES.map((scope) => ({
      at: start,
      body: { kind: 'parameters', scope, parameters: PARAMETERS[scope] },
      undone: false,
    })),
  )
  for (let day = learner.first; day <= learner.last; day++) {
    const fresh = learner.cards.slice(metBy(day), metBy(day + 1)).map((id) => meet(id, random))
    const asked = [...calendar.take(day), ...fresh]
    if (random.real() < SKIPPED_DAYS && day !== learner.last) {
      for (const known of asked) calendar.put(known, day + 1)
      continue
    }
    const unsigned = asked.flatMap((known, at) =>
      study(known, instantOf(day, at / asked.length), day, random, calendar),
    )
    unsigned.push(attempt(learner, day, random))
    yield* sign(unsigned)
  }
}

function meet(id: CardId, random: Random): Known {
  return { id, forgets: random.pick([0.04, 0.1, 0.17, 0.26]), state: UNSEEN_CARD }
}

/** From seven in the morning over half a day. */
function instantOf(day: StudyDay, share: number): Instant {
  return day * DAY_MS + 7 * 3_600_000 - OFFSET_MIN * 60_000 + Math.floor(share * 12 * 3_600_000)
}

/** Which cards come on which day. */
function createCalendar() {
  const days = new Map<StudyDay, Known[]>()
  return {
    put: (known: Known, day: StudyDay) => {
      days.getOrInsertComputed(day, () => []).push(known)
    },
    take: (day: StudyDay): readonly Known[] => {
      const due = days.get(day) ?? []
      days.delete(day)
      return due
    },
  }
}

type Calendar = ReturnType<typeof createCalendar>

/** One card on one day, until it has left its steps of minutes. */
function study(
  known: Known,
  from: Instant,
  day: StudyDay,
  random: Random,
  calendar: Calendar,
): readonly UnsignedEvent[] {
  const unsigned: UnsignedEvent[] = []
  const end = (day + 1) * DAY_MS
  const record = (at: Instant, change: Change, undone: boolean) => {
    unsigned.push({ at, body: { ...change, card: known.id }, undone })
    return nextCardState(known.id, known.state, change, { at, offsetMin: OFFSET_MIN }, PARAMETERS)
  }
  if (known.state.suspended) known.state = record(from, { kind: 'suspend', suspended: false }, false)
  if (random.real() < BURIED) {
    known.state = record(from, { kind: 'bury', day }, false)
    calendar.put(known, day + 1)
    return unsigned
  }
  for (let at = from + 1; at < end; ) {
    const undone = random.real() < UNDONE
    const next = record(
      at,
      { kind: 'review', rating: rate(known, random), durationMs: random.int(1500, 25_000) },
      undone,
    )
    at += 3000
    if (undone) continue
    known.state = next
    if (next.suspended || next.memory.kind === 'new' || next.memory.kind === 'review') break
    at = Math.max(at, next.memory.due)
  }
  plan(known, day, random, calendar)
  return unsigned
}

type Change = Parameters<typeof nextCardState>[2]

const PARAMETERS = withRetention(INITIAL_PARAMETERS, RETENTION)

function plan(known: Known, day: StudyDay, random: Random, calendar: Calendar): void {
  const { memory, suspended } = known.state
  if (suspended && random.real() > TAKES_LEECHES_UP) return
  calendar.put(known, memory.kind === 'review' ? memory.dueDay : day + 1)
}

function rate({ state, forgets }: Known, random: Random): Rating {
  const draw = random.real()
  if (draw < (state.memory.kind === 'new' ? 0.35 : forgets)) return 'again'
  if (draw > 0.97) return 'easy'
  return draw > 0.85 ? 'hard' : 'good'
}

function attempt({ exercises, first }: ScaleLearner, day: StudyDay, random: Random): UnsignedEvent {
  const accepted = random.real() < 0.6
  const exercise = exercises[(day - first) % exercises.length]
  if (exercise === undefined) throw new Error('no exercises')
  return {
    at: instantOf(day, 1.05),
    undone: false,
    body: {
      kind: 'attempt',
      exercise,
      language: 'py',
      outcome: {
        kind: 'judged',
        verdict: accepted ? 'accepted' : 'wrong-answer',
        tier: accepted ? 'pass' : 'none',
      },
      ratio: accepted ? 1.2 : undefined,
      diagnosis: undefined,
      recalls: [],
      source: `# ${random.int(0, 1e9)}\n${'x = np.zeros(shape)\n'.repeat(60)}`,
    },
  }
}

/** Gives a day's events ids and times that always rise, and each undone one its undo. */
function createSigner(random: Random) {
  let last = 0
  const next = (at: Instant): Moment & Pick<Event, 'id' | 'device'> => {
    last = Math.max(last + 1, at)
    return { id: ulid(last, random.real), device: DEVICE, at: last, offsetMin: OFFSET_MIN }
  }
  return function* sign(unsigned: readonly UnsignedEvent[]): Generator<Event> {
    for (const { at, body, undone } of unsigned.toSorted((one, other) => one.at - other.at)) {
      const event: Event = { ...body, ...next(at) }
      yield event
      if (undone) yield { kind: 'undo', target: event.id, ...next(at) }
    }
  }
}
