import { INITIAL_PARAMETERS } from '../../src/core/parameters-by-scope.ts'
import { createRandom, type Random } from '../../src/core/random.ts'
import { createScheduler, type MemoryStrength } from '../../src/core/scheduler.ts'

/**
 * In which order a learner who comes back from a holiday should go through what is due, when a day has not room for all: simulated with FSRS-6
 * itself as the learner.
 *
 *     npm run bench:catch-up
 */
const [NEW_A_DAY, BEFORE, AWAY, AFTER, SEEDS] = [15, 60, 30, 60, 10]
/** How many answers a forgotten card takes. */
const FORGOTTEN = 2.5
const FIRST_RECALL = 0.7

interface SimulatedCard {
  strength: MemoryStrength | undefined
  last: number
  due: number
}

const { strengthen, idealIntervalDays, forgetting } = createScheduler(INITIAL_PARAMETERS.cards)

const recallOf = ({ strength, last }: SimulatedCard, day: number) =>
  strength === undefined
    ? FIRST_RECALL
    : (1 + (forgetting.factor * (day - last)) / strength.stability) ** forgetting.decay

/** Overdueness falls with recall: both are of days over stability. */
const ORDERS = {
  'most overdue first': (one: number, other: number) => one - other,
  'best known first': (one: number, other: number) => other - one,
}

console.log('Mean recall over the 60 days after the return, and days until nothing waits (60: never)\n')
for (const answers of [15, 25, 40, 60]) {
  for (const [name, compare] of Object.entries(ORDERS)) {
    const runs = Array.from({ length: SEEDS }, (_, seed) =>
      live(answers, compare, createRandom(`catch-up ${seed}`)),
    )
    const mean = (of: (run: CatchUp) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length
    console.log(
      `${answers} answers a day, ${name.padEnd(18)}  ${mean(({ recall }) => recall).toFixed(3)}  ${mean(({ waited }) => waited).toFixed(0)} days`,
    )
  }
}

interface CatchUp {
  readonly recall: number
  readonly waited: number
}

function live(answers: number, compare: (one: number, other: number) => number, random: Random): CatchUp {
  const cards: SimulatedCard[] = []
  let [recall, waited] = [0, 0]
  for (let day = 0; day < BEFORE + AWAY + AFTER; day++) {
    if (day >= BEFORE && day < BEFORE + AWAY) continue
    const isBack = day >= BEFORE + AWAY
    const due = cards.filter((card) => card.due <= day)
    const fresh = Array.from({ length: isBack ? 0 : NEW_A_DAY }, () => ({
      strength: undefined,
      last: day,
      due: day,
    }))
    cards.push(...fresh)
    const sorted = random.shuffle(due).sort((one, other) => compare(recallOf(one, day), recallOf(other, day)))
    const isLeft = study([...sorted, ...fresh], day, isBack ? answers : Number.POSITIVE_INFINITY, random)
    if (!isBack) continue
    if (isLeft) waited = day - BEFORE - AWAY + 1
    recall += cards.reduce((sum, card) => sum + recallOf(card, day), 0) / cards.length / AFTER
  }
  return { recall, waited }
}

/** Whether something is left. */
function study(cards: readonly SimulatedCard[], day: number, answers: number, random: Random): boolean {
  let spent = 0
  for (const card of cards) {
    if (spent >= answers) return true
    const isRecalled = random.real() < recallOf(card, day)
    card.strength = strengthen(card.strength, day - card.last, isRecalled ? 'good' : 'again')
    if (!isRecalled) card.strength = strengthen(card.strength, 0, 'good')
    card.last = day
    card.due = day + Math.max(1, Math.round(idealIntervalDays(card.strength)))
    spent += isRecalled ? 1 : FORGOTTEN
  }
  return false
}
