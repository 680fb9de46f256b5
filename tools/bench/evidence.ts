import { delayedAsKnown } from '../../src/core/balance/delay-known.ts'
import { isStable } from '../../src/core/card-state.ts'
import { momentOn, type StudyDay } from '../../src/core/day.ts'
import { type Memory, NEW } from '../../src/core/memory.ts'
import { INITIAL_PARAMETERS } from '../../src/core/parameters-by-scope.ts'
import { placedOn } from '../../src/core/placement.ts'
import { createRandom, type Random } from '../../src/core/random.ts'
import type { Rating } from '../../src/core/rating.ts'
import { createScheduler, type MemoryStrength } from '../../src/core/scheduler.ts'

/**
 * What it saves and costs to delay the cards of an exercise that was accepted at once: simulated over a year with FSRS-6 as the cards' memory, for
 * learners whose acceptance says something about the cards and for one in whom it says nothing.
 *
 *     npm run bench:evidence
 */
const [EXERCISES, CARDS, CARDS_EACH, NEW_A_DAY, DAYS, SEEDS] = [61, 176, 3, 5, 365, 200]
const ANSWER_MINUTES = 1 / 6

interface Learner {
  /** Whether an exercise is accepted at once, by whether each of its cards would be recalled. */
  readonly accepts: (recalls: readonly boolean[], random: Random) => boolean
  /** Whether to use a card in an accepted exercise strengthens it as a review does. */
  readonly strengthens: boolean
}

const LEARNERS: { readonly [name: string]: Learner } = {
  'accepted where all its cards are known, which it strengthens': {
    accepts: (recalls, random) => recalls.every(Boolean) && random.real() < 0.9,
    strengthens: true,
  },
  'accepted where all its cards are known': {
    accepts: (recalls, random) => recalls.every(Boolean) && random.real() < 0.9,
    strengthens: false,
  },
  'accepted whatever is known of its cards': {
    accepts: (_, random) => random.real() < 0.65,
    strengthens: false,
  },
}

const cardScheduler = createScheduler(INITIAL_PARAMETERS.cards)
const exerciseScheduler = createScheduler(INITIAL_PARAMETERS.exercises)
const { factor, decay } = cardScheduler.forgetting

for (const [name, learner] of Object.entries(LEARNERS)) {
  const pairs = Array.from({ length: SEEDS }, (_, seed) => ({
    without: live(learner, false, `${name} ${seed}`),
    with: live(learner, true, `${name} ${seed}`),
  }))
  const differences = (of: (year: Year) => number) => {
    const all = pairs.map((pair) => of(pair.with) - of(pair.without))
    const mean = meanOf(all)
    const error = Math.sqrt(meanOf(all.map((one) => (one - mean) ** 2)) / (SEEDS - 1))
    return { mean, half: 1.96 * error }
  }
  const told = (of: (year: Year) => number, digits: number) => {
    const { mean, half } = differences(of)
    return `${meanOf(pairs.map(({ without }) => of(without))).toFixed(digits)} ${mean < 0 ? '' : '+'}${mean.toFixed(digits)} ± ${half.toFixed(digits)}`
  }
  console.log(name)
  console.log(`  minutes of reviews in the year       ${told(({ minutes }) => minutes, 1)}`)
  console.log(`  recall at review                     ${told(({ retention }) => retention, 4)}`)
  console.log(`  recall of all cards, mean of the days ${told(({ recall }) => recall, 5)}`)
  console.log(
    `  accepted at once ${meanOf(pairs.map((pair) => pair.with.accepted)).toFixed(0)}, cards delayed ${meanOf(pairs.map((pair) => pair.with.delayed)).toFixed(0)}, by ${meanOf(pairs.map((pair) => pair.with.delayedDays / pair.with.delayed)).toFixed(1)} days each`,
  )
}

interface SimulatedCard {
  readonly id: string
  /** As the program has it, and as it is. */
  memory: Memory
  strength: MemoryStrength | undefined
  lastDay: StudyDay
}

interface SimulatedExercise {
  readonly id: string
  readonly cards: readonly SimulatedCard[]
  memory: Memory
}

interface Year {
  readonly minutes: number
  readonly retention: number
  readonly recall: number
  readonly accepted: number
  readonly delayed: number
  readonly delayedDays: number
}

function live(learner: Learner, isDelaying: boolean, seed: string): Year {
  const random = createRandom(seed)
  const cards = Array.from(
    { length: CARDS },
    (_, at): SimulatedCard => ({ id: `card-${at}`, memory: NEW, strength: undefined, lastDay: 0 }),
  )
  const exercises = Array.from({ length: EXERCISES }, (_, at): SimulatedExercise => {
    const own = Array.from(
      { length: CARDS_EACH },
      (_, nth) => cards[(at * CARDS_EACH + nth) % CARDS] as SimulatedCard,
    )
    return { id: `exercise-${at}`, cards: own, memory: NEW }
  })
  let [answers, reviews, recalled, recall, accepted, delayed, delayedDays] = [0, 0, 0, 0, 0, 0, 0]
  for (let day = 1; day <= DAYS; day++) {
    const fresh = cards.filter(({ memory }) => memory.kind === 'new').slice(0, NEW_A_DAY)
    for (const card of cards)
      if (card.memory.kind === 'review' && card.memory.dueDay <= day) review(card, day)
    for (const card of fresh) review(card, day)
    practise(day)
    recall += meanOf(cards.map((card) => recallOf(card, day))) / DAYS
  }
  return {
    minutes: answers * ANSWER_MINUTES,
    retention: recalled / reviews,
    recall,
    accepted,
    delayed,
    delayedDays,
  }

  function review(card: SimulatedCard, day: StudyDay): void {
    const isNew = card.memory.kind === 'new'
    const isRecalled = isNew ? random.real() < 0.7 : random.real() < recallOf(card, day)
    if (!isNew) reviews++
    if (!isNew && isRecalled) recalled++
    let rating: Rating = isRecalled ? 'good' : 'again'
    do {
      answers++
      const now = { ...momentOn(day), at: momentOn(day).at + (answers % 60) * 600_000 }
      card.memory = cardScheduler.next(card.id, card.memory, rating, now)
      strengthen(card, day, rating)
      rating = 'good'
    } while (card.memory.kind !== 'review')
  }

  /** One exercise a day: what is due, else a new one all of whose cards are stable. */
  function practise(day: StudyDay): void {
    const due = exercises.find(({ memory }) => memory.kind === 'review' && memory.dueDay <= day)
    const next =
      due ??
      exercises.find(
        ({ memory, cards: own }) => memory.kind === 'new' && own.every((card) => isStable(card.memory)),
      )
    if (next === undefined) return
    const isAccepted = learner.accepts(
      next.cards.map((card) => random.real() < recallOf(card, day)),
      random,
    )
    next.memory = exerciseScheduler.next(next.id, next.memory, isAccepted ? 'good' : 'hard', momentOn(day))
    if (!isAccepted) return
    accepted++
    for (const card of next.cards) {
      if (learner.strengthens) strengthen(card, day, 'good')
      if (isDelaying) delay(card, day)
    }
  }

  function delay(card: SimulatedCard, day: StudyDay): void {
    const place = delayedAsKnown(card.memory, day, cardScheduler)
    if (place === undefined || card.memory.kind !== 'review') return
    delayed++
    delayedDays += place.day - card.memory.dueDay
    card.memory = placedOn(card.memory, place, cardScheduler)
  }
}

function strengthen(card: SimulatedCard, day: StudyDay, rating: Rating): void {
  card.strength = cardScheduler.strengthen(card.strength, day - card.lastDay, rating)
  card.lastDay = day
}

function recallOf({ strength, lastDay }: SimulatedCard, day: StudyDay): number {
  return strength === undefined ? 0 : (1 + (factor * (day - lastDay)) / strength.stability) ** decay
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}
