import { FLAG, flagKey } from '../../../core/card-flag.ts'
import { LEECH_LAPSES } from '../../../core/card-state.ts'
import { DAY_MS, type Instant, type Moment, momentOn, type StudyDay, studyDayOf } from '../../../core/day.ts'
import type { CardChange, HeldMemory } from '../../../core/event.ts'
import type { CardId } from '../../../core/ids.ts'
import type { ImportedFact } from '../../../core/imported/imported-source.ts'
import type { Text } from '../../../core/locale.ts'
import { LONGEST_DAYS, withinBounds } from '../../../core/memory-bounds.ts'
import { RATINGS } from '../../../core/rating.ts'
import type { MemoryStrength, Scheduler } from '../../../core/scheduler.ts'
import { importedEntry } from '../../imported-entry.ts'
import { isWhole, type LifeStep, type LogRow, lifeOf } from './card-life.ts'
import { objectIn } from './row-values.ts'

/** A card as its row has it. */
export interface HeldCard {
  readonly guid: string
  readonly ordinal: number
  /** In seconds. */
  readonly mod: number
  readonly type: number
  readonly queue: number
  readonly due: number
  readonly interval: number
  readonly ease: number
  readonly reps: number
  readonly lapses: number
  /** The lowest three bits are the colour that a reader of Anki gave it. */
  readonly flags: number
  readonly data: string
}

export interface CardReading {
  /** The moment of a time as the learner lived it. */
  readonly momentAt: (at: Instant) => Moment
  /** From which a collection counts its days. */
  readonly firstDay: StudyDay
  readonly today: StudyDay
  readonly scheduler: Pick<Scheduler, 'strengthen' | 'retrievability'>
  readonly isSuspended: (card: CardId) => boolean
  readonly isFlagged: (card: CardId) => boolean
}

const [NEW, REVIEW, RELEARNING] = [0, 2, 3]
const [SUSPENDED, BURIED] = [-1, -2]

/** What happened to a card, and how it stands. */
export function* cardFacts(
  card: CardId,
  row: HeldCard,
  rows: readonly LogRow[],
  reading: CardReading,
): Generator<ImportedFact> {
  const key = (what: string) => `anki:${what}:${row.guid}:${row.ordinal}`
  const fact = (change: CardChange, moment: Moment, what: string, standsAt?: Instant): ImportedFact => ({
    kind: 'fact',
    entry: importedEntry({ ...change, card }, moment, key(what), standsAt),
  })
  const life = lifeOf(rows)
  for (const step of life) yield factOf(step, fact, reading)

  const answers = life.slice(life.findLastIndex(({ kind }) => kind === 'forget') + 1).filter(isReview)
  const last = answers.at(-1)?.row.id
  const changed = Math.max(row.mod * 1000, (last ?? 0) + 2)
  if (row.type === NEW) {
    if (answers.length > 0) yield fact({ kind: 'forget' }, reading.momentAt(changed), `new:${row.mod}`)
  } else {
    const held = heldBy(row, answers, isWhole(rows), reading)
    if (held !== undefined)
      yield fact(
        { kind: 'memory', ...held.memory },
        held.moment,
        `memory:${JSON.stringify(held)}`,
        held.moment.at + 1,
      )
    const isKnown = held !== undefined || answers.length > 0
    if (row.type === REVIEW && isKnown)
      yield fact(
        { kind: 'due', day: dueDay(row, reading) },
        reading.momentAt(changed),
        `due:${row.mod}:${row.due}`,
      )
  }
  const isLeech = answers.filter(({ rating }) => rating === 1).length >= LEECH_LAPSES
  const mayBeHeldBack = isLeech || reading.isSuspended(card)
  yield* marksOf(row, mayBeHeldBack, changed, fact, reading)
  // A flag that is here may have a note, which Anki's has not.
  if ((row.flags & 7) === RED && !reading.isFlagged(card))
    yield flagFact(card, reading.momentAt(changed), key(`flag:${row.mod}`))
}

/** Of seven colours; it is the one in which our own go to Anki. */
const RED = 1

function flagFact(card: CardId, moment: Moment, key: string): ImportedFact {
  const body = { kind: 'config', key: flagKey(card), value: FLAG } as const
  return { kind: 'fact', entry: importedEntry(body, moment, key) }
}

type MakeFact = (change: CardChange, moment: Moment, what: string, standsAt?: Instant) => ImportedFact

function isReview(step: LifeStep): step is Extract<LifeStep, { kind: 'review' }> {
  return step.kind === 'review'
}

function factOf(step: LifeStep, fact: MakeFact, { momentAt }: CardReading): ImportedFact {
  switch (step.kind) {
    case 'left-out':
      return { kind: 'left-out', why: LEFT_OUT[step.why] }
    case 'forget':
      // In front of the answer that begins the new life.
      return fact(
        { kind: 'forget' },
        momentAt(step.row.id),
        `forget:${step.row.id}`,
        Math.max(0, step.row.id - 1),
      )
    case 'review': {
      const rating = RATINGS[step.rating - 1] ?? 'good'
      const durationMs = Math.min(DAY_MS, Math.max(0, step.row.time))
      return fact({ kind: 'review', rating, durationMs }, momentAt(step.row.id), `review:${step.row.id}`)
    }
  }
}

const LEFT_OUT: { readonly [W in Extract<LifeStep, { kind: 'left-out' }>['why']]: Text } = {
  cram: {
    en: 'a review that did not count in Anki either (cramming)',
    zh: '在 Anki 中也不计入的复习（突击）',
  },
  'by-hand': { en: 'a change of schedule by hand, whose outcome is taken', zh: '手动改期（已采用其结果）' },
  'no-time': { en: 'a review without a time', zh: '没有时间的复习记录' },
}

function dueDay({ due }: HeldCard, { firstDay, today }: CardReading): StudyDay {
  return Math.min(today + LONGEST_DAYS, Math.max(0, firstDay + due))
}

/** @param mayBeHeldBack here: it is suspended, or its answers may make it so */
function* marksOf(
  { queue, mod }: HeldCard,
  mayBeHeldBack: boolean,
  changed: Instant,
  fact: MakeFact,
  { momentAt }: CardReading,
): Generator<ImportedFact> {
  const isHeldBack = queue === SUSPENDED
  if (isHeldBack || mayBeHeldBack)
    yield fact({ kind: 'suspend', suspended: isHeldBack }, momentAt(changed), `suspend:${mod}:${isHeldBack}`)
  if (queue <= BURIED)
    yield fact({ kind: 'bury', day: studyDayOf(momentAt(mod * 1000)) }, momentAt(changed), `bury:${mod}`)
}

interface Held {
  readonly memory: HeldMemory
  readonly moment: Moment
}

/** Undefined where the answers alone give what Anki remembers, or nothing says what it does. */
function heldBy(
  row: HeldCard,
  answers: readonly Extract<LifeStep, { kind: 'review' }>[],
  whole: boolean,
  reading: CardReading,
): Held | undefined {
  const strength = strengthIn(row) ?? (whole ? undefined : strengthOfEase(row))
  if (strength === undefined) return undefined
  const moment = lastMoment(row, answers.at(-1)?.row.id, reading)
  if (whole && isSame(strength, replayed(answers, reading), studyDayOf(moment), reading)) return undefined
  return { memory: { ...strength, reps: row.reps, lapses: row.lapses, whole }, moment }
}

/** What FSRS made of the card in Anki. */
function strengthIn({ data }: HeldCard): MemoryStrength | undefined {
  const { s, d } = objectIn(data)
  if (typeof s !== 'number' || typeof d !== 'number' || !(s > 0)) return undefined
  return withinBounds({ stability: s, difficulty: d })
}

/**
 * Without FSRS, as its authors convert: recall falls to nine tenths in an interval, and what is difficult has
 * a low ease.
 */
function strengthOfEase({ type, interval, ease }: HeldCard): MemoryStrength | undefined {
  if ((type !== REVIEW && type !== RELEARNING) || interval <= 0) return undefined
  const factor = ease > 0 ? ease / 1000 : 2.5
  const growth = Math.exp(1.8722) * interval ** -0.1666 * (Math.exp(0.1 * 0.796) - 1)
  return withinBounds({ stability: interval, difficulty: 11 - (factor - 1) / growth })
}

function lastMoment(row: HeldCard, answeredAt: Instant | undefined, reading: CardReading): Moment {
  if (answeredAt !== undefined) return reading.momentAt(answeredAt)
  const { lrt } = objectIn(row.data)
  if (typeof lrt === 'number' && lrt > 0 && lrt < 1e11) return reading.momentAt(Math.floor(lrt) * 1000)
  return momentOn(Math.max(1, dueDay(row, reading) - Math.max(0, row.interval)))
}

function replayed(
  answers: readonly Extract<LifeStep, { kind: 'review' }>[],
  { momentAt, scheduler }: CardReading,
): MemoryStrength | undefined {
  let strength: MemoryStrength | undefined
  let lastDay: StudyDay | undefined
  for (const { row, rating } of answers) {
    const day = studyDayOf(momentAt(row.id))
    strength = scheduler.strengthen(
      strength,
      Math.max(0, day - (lastDay ?? day)),
      RATINGS[rating - 1] ?? 'good',
    )
    lastDay = day
  }
  return strength
}

const TOLERANCE = 1e-3

/** Whether both foretell the same, now and when recall would have fallen. */
function isSame(
  held: MemoryStrength,
  made: MemoryStrength | undefined,
  lastDay: StudyDay,
  { scheduler, today }: CardReading,
): boolean {
  if (made === undefined || Math.abs(made.difficulty - held.difficulty) > 0.01) return false
  const recall = ({ stability }: MemoryStrength, day: StudyDay) =>
    scheduler.retrievability({ kind: 'review', stability, lastDay }, day)
  const days = [today, lastDay + Math.max(1, Math.ceil(held.stability))]
  return days.every((day) => Math.abs(recall(held, day) - recall(made, day)) <= TOLERANCE)
}
