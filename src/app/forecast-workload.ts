import { studyDayOf } from '../core/day.ts'
import { totalsOfDays } from '../core/day-totals.ts'
import {
  type StartingCard,
  simulateWorkload,
  type Workload,
  type WorkloadInput,
} from '../core/workload/simulate-workload.ts'
import { type Deps, settingsIn } from './deps.ts'

export interface ForecastWorkload {
  readonly retention: number
  readonly days: number
  readonly newCards: number
  readonly answerMs: number
  /** By rising desired retention. */
  readonly workloads: readonly Workload[]
}

export interface WorkloadOptions {
  readonly days?: number | undefined
  readonly newCards?: number | undefined
}

const DAYS = 365
const [LOWEST, HIGHEST] = [80, 97]
/** How long an answer takes is told from so many days; before the first one it is a guess. */
const PACE_DAYS = 90
const ANSWER_MS = 10_000

/** What each desired retention would ask of the coming days and leave known at their end. The log is only read. */
export function forecastWorkload(
  deps: Deps,
  { days = DAYS, newCards = settingsIn(deps)['new-per-day'] }: WorkloadOptions,
): ForecastWorkload {
  const settings = settingsIn(deps)
  const input = { ...cardsNow(deps), days, newCards, reviews: settings['reviews-per-day'] }
  const retentions = Array.from({ length: HIGHEST - LOWEST + 1 }, (_, at) => (LOWEST + at) / 100)
  return {
    retention: settings.retention,
    days,
    newCards,
    answerMs: input.answerMs,
    workloads: retentions.map((retention) => simulateWorkload(input, retention)),
  }
}

function cardsNow({
  store,
  content,
  now,
}: Deps): Pick<WorkloadInput, 'parameters' | 'cards' | 'unseen' | 'today' | 'answerMs'> {
  const today = studyDayOf(now())
  const cards: StartingCard[] = []
  let unseen = content.cards.size
  for (const [id, { memory, suspended }] of store.cards()) {
    if (memory.kind === 'new' || !content.cards.has(id)) continue
    unseen--
    if (suspended) continue
    const { stability, difficulty, lastDay } = memory
    cards.push({ stability, difficulty, lastDay, dueDay: memory.kind === 'review' ? memory.dueDay : today })
  }
  const studied = store.history.studiedDays().filter(({ day }) => day > today - PACE_DAYS)
  const { reviews, durationMs } = totalsOfDays(studied)
  const answerMs = reviews === 0 ? ANSWER_MS : durationMs / reviews
  return { parameters: store.parameters().cards, cards, unseen, today, answerMs }
}
