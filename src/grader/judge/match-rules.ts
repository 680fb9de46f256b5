import type { Case, Tried } from '../cases/case.ts'
import { type Combination, namedIn, nameOf } from '../cases/combination.ts'
import { sizeOfCase } from '../cases/load-grader.ts'
import { combinations, freeSets, goTogether, inOrder } from './combinations.ts'
import { openShownBeside } from './free-choices.ts'
import { explains, type Matching } from './matching.ts'
import { openSieveCase } from './sieve-case.ts'
import { createAllowance, type WorkAllowance } from './work-allowance.ts'

/** How many cases are looked at first: so few, and small ones, that most sets of choices cost next to nothing. */
const SIEVE = 16
/** By `costOf`: a case that costs more is not worth it. */
const MOST_COST = 400
/** Of the work of a search, for free choices that show in pairs alone: there are many pairs, and few of them do. */
const PAIRS_WORK = 400_000

/**
 * The sets of choices that count as `size` mistakes and whose outputs are the submission's: equal wherever it
 * is wrong, and right wherever it is right. Of those that differ in free choices alone, the ones with the
 * fewest of them; none where the allowance ends the search.
 */
export function openMatcher(tried: readonly Tried[], plain: Matching, allowance: WorkAllowance) {
  const matching = { ...plain, answer: allowance.counted(plain.answer) }
  const { rules } = matching
  const judged = cheapestFirst(
    tried.filter(({ outcome }) => outcome.kind === 'wrong' || outcome.kind === 'passed'),
  )
  const wrongFirst = judged.toSorted((one, other) => rank(one) - rank(other))
  const allFree = freeSets(rules.choices.filter(({ isFree }) => isFree))
  const pairs = createAllowance(PAIRS_WORK)
  const shownBeside = openShownBeside(matching)
  const sieve = mostTelling(judged).map((one) => openSieveCase(one, matching, pairs, shownBeside))

  /** With the fewest free mistakes that do; which ways without words were chosen is not asked. */
  function matchesOf(base: Combination): readonly Combination[] {
    if (!sieve.every(({ passes }) => passes(base))) return []
    const found = new Map<string, Combination>()
    let least = Number.POSITIVE_INFINITY
    for (const free of allFree) {
      const [name, named] = [nameOf(namedIn(free)), namedIn(free).length]
      if (named > least || found.has(name) || !goTogether(base, free)) continue
      if (!sieve.every(({ passesWith }) => passesWith(base, free))) continue
      const made = inOrder(rules.choices, [...base, ...free])
      if (!wrongFirst.every((one) => explains(made, one, matching))) continue
      found.set(name, made)
      least = named
    }
    return [...found.values()]
  }

  return function matches(size: number): readonly Combination[] {
    const found = new Map<string, Combination>()
    for (const base of combinations(rules, size)) {
      if (!allowance.isOpen()) return []
      for (const made of matchesOf(base)) found.set(nameOf(namedIn(made)), made)
    }
    return [...found.values()]
  }
}

function rank({ outcome }: Tried): number {
  return outcome.kind === 'wrong' ? 0 : 1
}

/** By how much there is to compute: a whole number among the arguments may well be the side of a window. */
export function cheapestFirst(tried: readonly Tried[]): readonly Tried[] {
  const costs = new Map(tried.map((one) => [one, costOf(one.case)]))
  return tried.toSorted((one, other) => (costs.get(one) ?? 0) - (costs.get(other) ?? 0))
}

function costOf(at: Case): number {
  const whole = at.args.reduce(
    (sum, { value }) => sum + (Number.isInteger(value) ? Math.abs(Number(value)) : 0),
    1,
  )
  return sizeOfCase(at) * whole ** 2
}

/** Small cases, two that are wrong for each that is right. */
function mostTelling(judged: readonly Tried[]): readonly Tried[] {
  const of = (kind: string, count: number) =>
    judged.filter(({ case: at, outcome }) => outcome.kind === kind && costOf(at) <= MOST_COST).slice(0, count)
  const right = of('passed', SIEVE / 3)
  return [...of('wrong', SIEVE - right.length), ...right]
}
