import { balanceDays, type MemoryByRating } from '../../src/core/balance/balance-days.ts'
import { type EasyDays, NO_EASY_DAYS, parseEasyDays } from '../../src/core/balance/easy-days.ts'
import { DAY_MS, type StudyDay } from '../../src/core/day.ts'
import { type Memory, NEW } from '../../src/core/memory.ts'
import { INITIAL_PARAMETERS } from '../../src/core/parameters-by-scope.ts'
import { createRandom, type Random } from '../../src/core/random.ts'
import { RATINGS, type Rating } from '../../src/core/rating.ts'
import { createScheduler } from '../../src/core/scheduler.ts'
import { drawFirstRating, drawRecalledRating } from '../../src/core/workload/draw-rating.ts'

/**
 * How evenly a year's minutes lie over its days with and without the balancing of due days, and what it does to recall: simulated with FSRS-6
 * itself as the learner.
 *
 *     npm run bench:balance
 */
const [DAYS, COUNTED_FROM, SEEDS] = [365, 90, 5]
/** 2027-01-04. */
const MONDAY = 20_822
const ANSWER_MINUTES = 1 / 6

/** How many new cards a day brings; undefined: it is not studied. */
type Learner = (day: number, random: Random) => number | undefined

const LEARNERS: { readonly [name: string]: Learner } = {
  '10 new cards a day': () => 10,
  '3 new cards a day': () => 3,
  '30 on Mondays and Tuesdays': (day) => (day % 7 < 2 ? 30 : 0),
  '10 a day, every tenth day skipped': (_, random) => (random.real() < 0.1 ? undefined : 10),
}

const WAYS: { readonly [name: string]: EasyDays | undefined } = {
  'fuzz alone': undefined,
  balanced: NO_EASY_DAYS,
  'sat=reduced,sun=minimal': parseEasyDays('sat=reduced,sun=minimal'),
}

const scheduler = createScheduler(INITIAL_PARAMETERS.cards)

console.log(
  'sd: of a day’s minutes around the mean of its month, as a share of that; sat, sun: minutes over those from Monday to Friday\n',
)
for (const [name, learner] of Object.entries(LEARNERS)) {
  console.log(name)
  for (const [way, easyDays] of Object.entries(WAYS)) {
    const runs = Array.from({ length: SEEDS }, (_, seed) =>
      figuresOf(live(learner, easyDays, createRandom(`${name} ${seed}`))),
    )
    const mean = (of: (run: Figures) => number, digits: number) => meanOf(runs.map(of)).toFixed(digits)
    console.log(
      `  ${way.padEnd(24)} sd ${mean(({ sd }) => sd, 3)}  ${mean(({ minutes }) => minutes, 1)} min a day` +
        `  retention ${mean(({ retention }) => retention, 4)}  mean recall ${mean(({ recall }) => recall, 4)}` +
        `  sat ${mean(({ sat }) => sat, 2)}  sun ${mean(({ sun }) => sun, 2)}` +
        `  days moved ${mean(({ moved }) => moved * 100, 0)}%`,
    )
  }
}

interface SimulatedCard {
  readonly id: string
  memory: Memory
}

interface Year {
  /** For each day; undefined: it was not studied. */
  readonly minutes: (number | undefined)[]
  readonly recalls: number[]
  /** Of the cards that were due. */
  reviews: number
  recalled: number
  placed: number
  moved: number
}

function live(learner: Learner, easyDays: EasyDays | undefined, random: Random): Year {
  const year: Year = { minutes: [], recalls: [], reviews: 0, recalled: 0, placed: 0, moved: 0 }
  const cards: SimulatedCard[] = []
  const calendar = new Map<StudyDay, SimulatedCard[]>()
  let waiting: readonly SimulatedCard[] = []
  for (let at = 0; at < DAYS; at++) {
    const today = MONDAY + at
    waiting = [...waiting, ...(calendar.get(today) ?? [])]
    calendar.delete(today)
    const fresh = learner(at, random)
    for (let count = fresh ?? 0; count > 0; count--) cards.push({ id: `card-${cards.length}`, memory: NEW })
    const asked = fresh === undefined ? [] : [...waiting, ...cards.slice(cards.length - fresh)]
    let answers = 0
    for (const card of asked) answers += study(card, today)
    if (fresh !== undefined) waiting = []
    year.minutes.push(fresh === undefined ? undefined : answers * ANSWER_MINUTES)
    year.recalls.push(meanOf(cards.map(({ memory }) => scheduler.retrievability(memory, today))))
  }
  return year

  /** Until it leaves for another day; returns how many answers it took. */
  function study(card: SimulatedCard, today: StudyDay): number {
    let rating = firstRating(card.memory, today)
    for (let answers = 1; ; answers++) {
      const memory = answer(card, rating, today, answers)
      card.memory = memory
      if (memory.kind === 'review') {
        calendar.set(memory.dueDay, [...(calendar.get(memory.dueDay) ?? []), card])
        return answers
      }
      rating = 'good'
    }
  }

  function firstRating(memory: Memory, today: StudyDay): Rating {
    if (memory.kind === 'new') return drawFirstRating(random)
    const isRecalled = random.real() < scheduler.retrievability(memory, today)
    year.reviews++
    if (isRecalled) year.recalled++
    return isRecalled ? drawRecalledRating(random) : 'again'
  }

  function answer({ id, memory: before }: SimulatedCard, rating: Rating, today: StudyDay, nth: number) {
    const now = { at: today * DAY_MS + DAY_MS / 2 + nth * 600_000, offsetMin: 0 }
    const next = (one: Rating) => scheduler.next(id, before, one, now)
    if (easyDays === undefined) return next(rating)
    const fuzzed = Object.fromEntries(RATINGS.map((one) => [one, next(one)])) as MemoryByRating
    const minutesOn = (day: StudyDay) => (calendar.get(day)?.length ?? 0) * ANSWER_MINUTES
    const load = { minutesOn, cardMinutes: ANSWER_MINUTES, easyDays }
    const chosen = balanceDays({ id, before, fuzzed, today, load, scheduler })[rating]
    const own = fuzzed[rating]
    if (chosen.kind === 'review' && own.kind === 'review') {
      year.placed++
      if (chosen.dueDay !== own.dueDay) year.moved++
    }
    return chosen
  }
}

interface Figures {
  readonly sd: number
  readonly minutes: number
  readonly retention: number
  readonly recall: number
  readonly sat: number
  readonly sun: number
  /** Share of the answers. */
  readonly moved: number
}

function figuresOf({ minutes, recalls, reviews, recalled, placed, moved }: Year): Figures {
  const days = minutes.map((one, at) => ({ one, at })).slice(COUNTED_FROM)
  const studied = days.flatMap(({ one, at }) => (one === undefined ? [] : [{ one, at }]))
  const meanOn = (isThat: (weekday: number) => boolean) =>
    meanOf(studied.filter(({ at }) => isThat(at % 7)).map(({ one }) => one))
  const deviations = studied.map(({ one, at }) => {
    const around = minutes.slice(Math.max(0, at - 14), at + 15).filter((other) => other !== undefined)
    return (one / meanOf(around) - 1) ** 2
  })
  const others = meanOn((weekday) => weekday < 5)
  return {
    sd: Math.sqrt(meanOf(deviations)),
    minutes: meanOf(studied.map(({ one }) => one)),
    retention: recalled / reviews,
    recall: meanOf(recalls.slice(COUNTED_FROM)),
    sat: meanOn((weekday) => weekday === 5) / others,
    sun: meanOn((weekday) => weekday === 6) / others,
    moved: placed === 0 ? 0 : moved / placed,
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}
