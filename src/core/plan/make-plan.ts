import type { StudyDay } from '../day.ts'
import { type Belief, beliefsOf, ownBelief } from './beliefs.ts'
import { exercisePolicy, exerciseTurns } from './exercise-days.ts'
import { type ImaginedLife, liveThrough } from './live-through.ts'
import { planningPolicy } from './planning-policy.ts'
import type { Morning, Policy } from './policy.ts'
import { forecastRecall, type PossibleRecalls, type RecallForecast } from './recall-forecast.ts'

/** A morning's cards, and the exercises that share its minutes. */
export interface PlanInput {
  /** By their order. New ones take all the same minutes and count the same. */
  readonly cards: Morning
  readonly exercises: Pick<Morning, 'items' | 'parameters'>
  /** How many answers to due cards tell how fast the learner forgets. */
  readonly reviews: number
}

/** What to do until the interview, and what is expected to come of it. */
export interface InterviewPlan {
  readonly today: StudyDay
  readonly interview: StudyDay
  /** Today's cards in their order, as far as `cardMinutes` reach. */
  readonly order: readonly string[]
  readonly cardMinutes: number
  readonly days: readonly PlannedDay[]
  /** Of all cards on the date; undefined without a card, as for exercises. */
  readonly recall: RecallForecast | undefined
  readonly topics: readonly TopicForecast[]
  readonly exercises: RecallForecast | undefined
  /** Mean recall of the cards over the days before, and 30 days after the date without any study. */
  readonly before: number
  readonly later: number
  /** New cards and exercises that are not reached. */
  readonly leftOut: readonly string[]
  readonly exercisesLeftOut: readonly string[]
  /** Those of the latter that take longer than any day has. */
  readonly exercisesTooLong: readonly string[]
}

export interface PlannedDay {
  readonly day: StudyDay
  /** Which ones are as they come in one imagined life; today's are certain. */
  readonly newCards: readonly string[]
  readonly exercises: readonly string[]
  /** As expected. */
  readonly reviews: number
  readonly minutes: number
}

export interface TopicForecast {
  readonly topic: string
  readonly cards: number
  readonly recall: RecallForecast
}

export function makePlan(input: PlanInput): InterviewPlan {
  const { exercises, exerciseLives, cards, lives } = shareMinutes(input)
  return {
    today: cards.today,
    interview: cards.interview,
    order: planningPolicy(cards),
    cardMinutes: cards.minutesOn(cards.today),
    days: plannedDays(lives, exerciseLives),
    recall: forecastRecall(lives.map(recallsOf)),
    topics: topicsOf(cards, lives),
    exercises: forecastRecall(exerciseLives.map(recallsOf)),
    before: expected(lives, ({ before }) => before),
    later: expected(lives, ({ later }) => later),
    leftOut: neverBegun(cards, lives[0]),
    exercisesLeftOut: neverBegun(exercises, exerciseLives[0]),
    exercisesTooLong: longerThanAnyDay(exercises),
  }
}

/** As much of the plan as says which new cards are not reached: more exercises never leave out more of them. */
export function leftOutOf(input: PlanInput): readonly string[] {
  const exercises: Morning = { ...input.cards, ...input.exercises }
  const tasks = ownLife(exercisePolicy(exerciseTurns(exercises, SHARE)), exercises)
  const cards = besideExercises(input.cards, tasks)
  return neverBegun(cards, ownLife(imaginedFrom(cards), cards))
}

/** Of the minutes, to exercises: a third in any case, for what is solved is another thing than what is recalled; more where cards lose little. */
const [SHARE, MORE_SHARES] = [1 / 3, [1 / 2, 2 / 3]]
const LITTLE = 0.01

function shareMinutes(input: PlanInput): SharedMinutes {
  let shared = withShare(input, SHARE)
  const enough = expectedRecall(shared) - LITTLE
  for (const share of MORE_SHARES) {
    if (neverBegun(shared.exercises, shared.exerciseLives[0]).length === 0) break
    const more = withShare(input, share)
    if (expectedRecall(more) < enough || leavesOutMore(more, shared)) break
    shared = more
  }
  return shared
}

interface SharedMinutes {
  readonly exercises: Morning
  readonly exerciseLives: Lives
  /** With what exercises leave. */
  readonly cards: Morning
  readonly lives: Lives
}

function withShare(input: PlanInput, share: number): SharedMinutes {
  const exercises: Morning = { ...input.cards, ...input.exercises }
  const exerciseLives = livesOf(exercisePolicy(exerciseTurns(exercises, share)), exercises, 0)
  const cards = besideExercises(input.cards, exerciseLives[0])
  return { exercises, exerciseLives, cards, lives: livesOf(imaginedFrom(cards), cards, input.reviews) }
}

function leavesOutMore(more: SharedMinutes, than: SharedMinutes): boolean {
  return neverBegun(more.cards, more.lives[0]).length > neverBegun(than.cards, than.lives[0]).length
}

/** Of the cards on the date. */
function expectedRecall({ lives }: SharedMinutes): number {
  return expected(lives, ({ onDate }) => mean(onDate))
}

/** The one as the parameters say comes first. */
type Lives = readonly [PossibleLife, ...PossibleLife[]]
type PossibleLife = ImaginedLife & { readonly weight: number }

const SEED = 'forecast'
const NEAR_DAYS = 60

/**
 * The policy, but that of new cards only those are judged that the day has room for, and far from the date a seen one on some days only: it makes
 * no difference, and saves seconds.
 */
function imaginedFrom(start: Morning): Policy {
  return (morning) => {
    const { today, interview, items, minutesOn } = morning
    if (today === start.today) return planningPolicy(morning)
    const every = Math.ceil((interview - today) / NEAR_DAYS)
    let room = minutesOn(today)
    const judged = items.filter(({ memory, minutes }, at) => {
      if (memory !== undefined) return (at + today) % every === 0
      room -= minutes.first
      return room > -minutes.first
    })
    return planningPolicy({ ...morning, items: judged })
  }
}

function ownLife(policy: Policy, morning: Morning): ImaginedLife {
  return liveThrough(policy, morning, ownBelief(morning.parameters), SEED)
}

function livesOf(policy: Policy, morning: Morning, reviews: number): Lives {
  const [own, ...others] = beliefsOf(morning.parameters, reviews)
  const live = (belief: Belief): PossibleLife => ({
    ...liveThrough(policy, morning, belief, SEED),
    weight: belief.weight,
  })
  return [live(own), ...others.map(live)]
}

function recallsOf({ onDate, weight }: PossibleLife): PossibleRecalls {
  return { recalls: onDate, weight }
}

function expected(lives: Lives, value: (life: ImaginedLife) => number): number {
  return lives.reduce((sum, life) => sum + life.weight * value(life), 0)
}

/** Cards have what exercises leave. */
function besideExercises(cards: Morning, { days }: ImaginedLife): Morning {
  const taken = new Map(days.map(({ day, minutes }) => [day, minutes]))
  return { ...cards, minutesOn: (day) => Math.max(0, cards.minutesOn(day) - (taken.get(day) ?? 0)) }
}

function plannedDays(cards: Lives, exercises: Lives): readonly PlannedDay[] {
  return cards[0].days.map(({ day, fresh }, at) => {
    const own = exercises[0].days[at]
    return {
      day,
      newCards: fresh,
      exercises: [...(own?.again ?? []), ...(own?.fresh ?? [])],
      reviews: expected(cards, ({ days }) => days[at]?.again.length ?? 0),
      minutes: expected(cards, ({ days }) => days[at]?.minutes ?? 0) + (own?.minutes ?? 0),
    }
  })
}

/** The weakest first. */
function topicsOf({ items }: Morning, lives: Lives): readonly TopicForecast[] {
  const places = Map.groupBy(items.keys(), (at) => items[at]?.topic ?? '')
  const topics = [...places].flatMap(([topic, own]) => {
    const recallsIn = ({ onDate, weight }: PossibleLife) => ({
      recalls: own.map((at) => onDate[at] ?? 0),
      weight,
    })
    const recall = forecastRecall(lives.map(recallsIn))
    return recall === undefined ? [] : [{ topic, cards: own.length, recall }]
  })
  return topics.sort((one, other) => one.recall.mean - other.recall.mean)
}

function neverBegun({ items }: Morning, { onDate }: ImaginedLife): readonly string[] {
  return items.filter((_, at) => onDate[at] === 0).map(({ id }) => id)
}

function longerThanAnyDay({ items, today, interview, minutesOn }: Morning): readonly string[] {
  const days = Array.from({ length: interview - today }, (_, at) => minutesOn(today + at))
  const longest = Math.max(...days)
  return items
    .filter(({ minutes, memory }) => memory === undefined && minutes.first > longest)
    .map(({ id }) => id)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
