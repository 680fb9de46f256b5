import { schedulerFor } from '../../src/core/parameters-by-scope.ts'
import type { Morning, PlannedItem, Policy } from '../../src/core/plan/policy.ts'
import { createStudy } from '../../src/core/plan/study.ts'
import type { PlannedMemory } from '../../src/core/planned-memory.ts'
import { createRandom } from '../../src/core/random.ts'
import { type CardFate, EXPECTED_FORGETTING, type TrialLearner } from './learner.ts'
import type { TrialDay } from './mind.ts'
import { PARAMETERS } from './worlds.ts'

/** One who decides what to do each morning. Most see the morning only; the oracle sees the truth too. */
export interface Rival {
  readonly name: string
  readonly policyFor: (truth: KnownTruth) => Policy
}

export interface KnownTruth {
  readonly learner: TrialLearner
  /** As it stands whenever it is asked. */
  readonly traceOf: (card: number) => unknown
}

export interface LifeOutcome {
  /** Mean true recall over all cards: on the morning of the interview, 30 days later without study, and over all mornings until then. */
  readonly onDate: number
  readonly after: number
  readonly meanwhile: number
  readonly minutes: number
  readonly busiestMinutes: number
  /** What answering the longest card took on any day. */
  readonly longestCard: number
  readonly met: number
}

const AFTER = 30

/** Lives through the days until the interview as the rival says. */
export function liveUntil(learner: TrialLearner, rival: Rival): LifeOutcome {
  const { scenario, mind } = learner
  const cards = Array.from({ length: scenario.cards }, (_, at) => createCard(learner, at))
  recallThePast(learner, cards)
  const policy = rival.policyFor({ learner, traceOf: (card) => cards[card]?.trace })
  const recallOn = (day: TrialDay) =>
    cards.reduce((sum, { at, trace }) => sum + mind.recall(at, trace, day), 0) / cards.length
  let [meanwhile, minutes, busiestMinutes, longestCard] = [0, 0, 0, 0]
  for (let day = 0; day < scenario.days; day++) {
    meanwhile += recallOn(day) / scenario.days
    if (learner.isSkipped(day)) continue
    let spent = 0
    for (const id of policy(morningOf(learner, cards, day))) {
      if (spent >= learner.minutesADay) break
      const took = study(learner, cardOf(cards, id), day)
      longestCard = Math.max(longestCard, took)
      spent += took
    }
    minutes += spent
    busiestMinutes = Math.max(busiestMinutes, spent)
  }
  return {
    onDate: recallOn(scenario.days),
    after: recallOn(scenario.days + AFTER),
    meanwhile,
    minutes,
    busiestMinutes,
    longestCard,
    met: cards.filter(({ trace }) => trace !== undefined).length,
  }
}

/** What the learner keeps of it, and what the planner thinks. */
interface LivingCard {
  readonly at: number
  readonly fate: CardFate
  readonly item: Omit<PlannedItem, 'memory'>
  trace: unknown
  memory: PlannedMemory | undefined
}

function createCard({ fateOf, minutes }: TrialLearner, at: number): LivingCard {
  const again = minutes.recalled + EXPECTED_FORGETTING * (minutes.forgotten - minutes.recalled)
  return {
    at,
    fate: fateOf(at),
    item: {
      id: String(at),
      topic: 'all',
      order: at,
      minutes: { first: minutes.first, again },
      weight: 1,
    },
    trace: undefined,
    memory: undefined,
  }
}

function cardOf(cards: readonly LivingCard[], id: string): LivingCard {
  const card = cards[Number(id)]
  if (!card) throw new Error(`The policy names no card: ${id}`)
  return card
}

const PAST = 40

/** Cards that were met before were studied when they were due, or some days later. */
function recallThePast(learner: TrialLearner, cards: readonly LivingCard[]): void {
  const random = createRandom(`past of ${learner.world} ${learner.scenario.cards}`)
  for (const card of cards.slice(0, Math.round(cards.length * learner.scenario.met))) {
    for (let day = -random.int(3, PAST); day < 0; ) {
      study(learner, card, day)
      day = Math.max(day + 1, card.memory?.dueDay ?? 0) + random.int(0, 3)
    }
  }
}

function morningOf(learner: TrialLearner, cards: readonly LivingCard[], today: TrialDay): Morning {
  return {
    today,
    interview: learner.scenario.days,
    parameters: PARAMETERS,
    items: cards.map(({ item, memory }) => (memory ? { ...item, memory } : item)),
    minutesOn: () => learner.minutesADay,
  }
}

const { idealIntervalDays } = schedulerFor(PARAMETERS)
const strengthen = createStudy(PARAMETERS)

/** Returns the minutes that it took. */
function study({ mind, minutes }: TrialLearner, card: LivingCard, day: TrialDay): number {
  const draws = card.fate.next()
  const isNew = card.trace === undefined
  const isRecalled = draws.isRecalled(mind.recall(card.at, card.trace, day))
  const rating = isNew ? draws.firstRating : isRecalled ? draws.recalledRating : 'again'
  card.trace = mind.study(card.at, card.trace, day, rating)
  const strength = strengthen(card.memory, card.memory ? day - card.memory.lastDay : 0, rating)
  const intervalDays = Math.max(1, Math.round(idealIntervalDays(strength)))
  card.memory = { ...strength, lastDay: day, dueDay: day + intervalDays }
  return draws.slowness * (isNew ? minutes.first : isRecalled ? minutes.recalled : minutes.forgotten)
}
