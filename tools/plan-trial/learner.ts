import { createRandom, type Random } from '../../src/core/random.ts'
import { RATINGS, type Rating } from '../../src/core/rating.ts'
import { FIRST_RATINGS, RECALLED_RATINGS } from '../../src/core/workload/draw-rating.ts'
import type { Eases, Mind, TrialDay } from './mind.ts'
import type { Scenario } from './scenarios.ts'
import { WORLDS, type WorldName } from './worlds.ts'

/** One person with one interview, drawn by a seed: the same for every policy. */
export interface TrialLearner {
  readonly world: WorldName
  readonly scenario: Scenario
  readonly mind: Mind<unknown>
  /** Minutes that a day has, and none on days that turn out to be skipped. */
  readonly minutesADay: number
  readonly isSkipped: (day: TrialDay) => boolean
  readonly minutes: Minutes
  /** What befalls a card, by how often it was studied: the same draws whenever a policy brings it. */
  readonly fateOf: (card: number) => CardFate
}

/** What answers take in the mean. */
export interface Minutes {
  readonly first: number
  readonly recalled: number
  readonly forgotten: number
}

export interface CardFate {
  /** Draws for the next study. */
  readonly next: () => Draws
}

export interface Draws {
  readonly isRecalled: (probability: number) => boolean
  readonly firstRating: Rating
  readonly recalledRating: Rating
  /** How many times the mean the answers of the day take. */
  readonly slowness: number
}

export function drawLearner(world: WorldName, scenario: Scenario, seed: string): TrialLearner {
  const random = createRandom(`${world} ${seed}`)
  const eases: Eases = Array.from({ length: scenario.cards }, random.normal)
  const mind = WORLDS[world](random, eases, scenario.days)
  const minutes = minutesOf(random)
  const again = minutes.recalled + EXPECTED_FORGETTING * (minutes.forgotten - minutes.recalled)
  const fresh = scenario.cards * (1 - scenario.met)
  return {
    world,
    scenario,
    mind,
    minutes,
    minutesADay: (fresh * minutes.first + scenario.cards * scenario.rounds * again) / scenario.days,
    isSkipped: skippedDays(scenario.days, random),
    fateOf: (card) => createFate(createRandom(`${world} ${seed} ${card}`), eases[card] ?? 0),
  }
}

export const EXPECTED_FORGETTING = 0.15
/** How many answers' time a forgotten card takes, its repetition included. */
export const FORGOTTEN = 2.5

/** Anki's learners take some ten seconds an answer. */
function minutesOf(random: Random): Minutes {
  const answer = (10 / 60) * Math.exp(0.25 * random.normal())
  return { first: 2.5 * answer, recalled: answer, forgotten: FORGOTTEN * answer }
}

/** Some days at random, and for half of those who have the time a week on end. */
function skippedDays(days: number, random: Random): (day: TrialDay) => boolean {
  const skipped = Array.from({ length: days }, () => random.real() < 0.07)
  const [isAway, from] = [random.real() < 0.5, random.int(0, Math.max(0, days - 7))]
  if (isAway && days >= 28) skipped.fill(true, from, from + 7)
  return (day) => skipped[day] ?? false
}

/** Easy cards get better ratings. */
const EASE_COUNTS = 0.8
const SLOWNESS = 0.5

function createFate(random: Random, ease: number): CardFate {
  return {
    next: () => {
      const [recall, rating, slow] = [random.real(), random.real(), random.normal()]
      return {
        isRecalled: (probability) => recall < probability,
        firstRating: ratingAt(FIRST_RATINGS, rating, ease),
        recalledRating: ratingAt(RECALLED_RATINGS, rating, ease),
        slowness: Math.exp(SLOWNESS * slow - SLOWNESS ** 2 / 2),
      }
    },
  }
}

function ratingAt(shares: readonly number[], draw: number, ease: number): Rating {
  let left = 1 / (1 + (1 / draw - 1) * Math.exp(-EASE_COUNTS * ease))
  for (const [at, rating] of RATINGS.entries()) {
    left -= shares[at] ?? 0
    if (left < 0 && (shares[at] ?? 0) > 0) return rating
  }
  return 'easy'
}
