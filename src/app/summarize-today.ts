import type { Assignment } from '../core/assign-exercise.ts'
import { DAY_MS, type Instant, type Moment, type StudyDay, studyDayOf } from '../core/day.ts'
import type { Marks } from '../core/memory.ts'
import { type Pace, paceUntil } from '../core/pace.ts'
import type { RecallForecast } from '../core/plan/recall-forecast.ts'
import { type Readiness, readinessOf } from '../core/readiness.ts'
import { streakOf } from '../core/statistics/streak.ts'
import { sum } from '../core/sum.ts'
import { countDue, type DueCounts } from './count-due.ts'
import { type Deps, settingsIn } from './deps.ts'
import { exerciseOfToday } from './exercise-of-today.ts'
import { type KnownCards, knownCards } from './known-cards.ts'
import { limitsOfDay } from './limits-of-day.ts'
import { findEdited } from './lost-histories.ts'
import { type NewCardsToday, newCardsToday } from './new-cards-today.ts'
import { planOfDay } from './plan/plan-of-day.ts'
import { lastSyncedAt } from './sync/last-sync.ts'
import { todayQueue, WHOLE_QUEUE } from './today-queue.ts'

/** What the home screen and the plain summary show. */
export interface Today {
  readonly day: StudyDay
  readonly due: DueCounts
  readonly reviewedToday: number
  readonly newCards: NewCardsToday
  /** The exercise to do now; undefined when none is open, due or new. */
  readonly exercise: Assignment | undefined
  readonly streak: number
  readonly readiness: Readiness
  /** While the day of an interview is still to come and nothing is planned for it. */
  readonly pace: Pace | undefined
  /** What a plan wants of today, done or not, and promises. */
  readonly plan: PlannedToday | undefined
  readonly cards: number
  readonly marks: Marks
  /** How many places of the user's own decks could not be read. */
  readonly faults: number
  /** How many cards may have lost their history by an edit. */
  readonly edited: number
  /** By how many days the clock is behind what was recorded, where it is by more than one. */
  readonly daysBehind: number | undefined
  /** When this machine last merged with others; undefined where it shares no folder. */
  readonly lastSync: Instant | undefined
}

export interface PlannedToday {
  readonly newCards: number
  readonly reviews: number
  readonly exercises: number
  /** Of its cards on the date of the interview. */
  readonly recall: RecallForecast | undefined
}

export function summarizeToday(deps: Deps): Today {
  const now = deps.now()
  const day = studyDayOf(now)
  const { history } = deps.store
  const activeDays = history.activeDays()
  const known = knownCards(deps)
  const exercise = exerciseOfToday(deps, now)
  const limits = limitsOfDay(deps, now)
  const queue = todayQueue(deps, WHOLE_QUEUE, now, { known, exercise, limits })
  const newCards = newCardsToday(deps, known, limits)
  const readiness = readinessIn(deps, day, known)
  const plan = plannedToday(deps, now)
  return {
    day,
    due: countDue(queue),
    reviewedToday: history.totalsOn(day).reviews,
    newCards,
    exercise,
    streak: streakOf(activeDays, now, history),
    readiness,
    plan,
    pace:
      readiness.isInterview && plan === undefined
        ? paceIn(deps, known, newCards, readiness.day - day)
        : undefined,
    cards: deps.content.cards.size,
    marks: deps.store.memories.marks(),
    faults: deps.content.faults.length,
    edited: findEdited(deps).length,
    daysBehind: daysBehind(deps, now.at, (activeDays[0] ?? day) - day),
    lastSync: lastSyncedAt(deps),
  }
}

function plannedToday(deps: Deps, now: Moment): PlannedToday | undefined {
  const plan = planOfDay(deps, now)
  if (plan === undefined) return undefined
  return {
    newCards: plan.fresh,
    reviews: plan.cards.length - plan.fresh,
    exercises: plan.days[0]?.exercises.length ?? 0,
    recall: plan.recall,
  }
}

/**
 * A clock that was set back, or that ran ahead before: what is recorded now would stand before what was
 * recorded then. What lies ahead is told until it is mended, however much is recorded since.
 */
function daysBehind({ store }: Deps, now: Instant, activeAhead: number): number | undefined {
  const days = ((store.latestAt() ?? now) - now) / DAY_MS
  return days > 1 ? Math.round(days) : activeAhead > 1 ? activeAhead : undefined
}

function paceIn(
  deps: Deps,
  { seenIn }: KnownCards,
  { seen, limit, unseen }: NewCardsToday,
  days: number,
): Pace | undefined {
  if (days === 0) return undefined
  return paceUntil({
    seen: sum(deps.content.decks.map(seenIn)),
    unseen,
    perDay: settingsIn(deps)['new-per-day'],
    leftToday: Math.max(0, limit - seen),
    days,
  })
}

function readinessIn(deps: Deps, today: StudyDay, { recallsOn }: KnownCards): Readiness {
  const { interview } = settingsIn(deps)
  return readinessOf({ today, interview, cards: deps.content.cards.size, recallsOn })
}
