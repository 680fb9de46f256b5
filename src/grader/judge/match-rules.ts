import type { Value } from '../../core/value.ts'
import type { Comparison } from '../../kit/define-grader.ts'
import type { WrongChoice } from '../../kit/rules.ts'
import type { Case, Tried } from '../cases/case.ts'
import { type AnyRules, type Combination, namedIn, nameOf } from '../cases/combination.ts'
import { sizeOfCase } from '../cases/load-grader.ts'
import type { AnswerWith } from '../cases/prepare-exercise.ts'
import { combinations, freeSets, goTogether, inOrder } from './combinations.ts'
import { compare } from './compare.ts'
import { createAllowance, type WorkAllowance } from './work-allowance.ts'

export interface Matching {
  readonly rules: AnyRules
  readonly comparison: Comparison
  readonly answer: AnswerWith
}

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
  const sieve = mostTelling(judged)
    .map((one) => {
      const free = freeThatMatter(one, matching, pairs)
      return { one, free, sets: freeSets(free) }
    })
    .sort((one, other) => one.sets.length - other.sets.length)
  const shownBeside = openShownBeside(matching)

  const together = (base: Combination, free: Combination) => inOrder(rules.choices, [...base, ...free])

  function passesSieve(base: Combination): boolean {
    return sieve.every(({ one, free, sets }) => {
      const explained = (some: readonly Combination[]) =>
        some.some((more) => goTogether(base, more) && explains(together(base, more), one, matching))
      if (explained(sets)) return true
      const more = shownBeside(base, one.case).filter((choice) => !free.includes(choice))
      return more.length > 0 && explained(freeSets([...free, ...more]))
    })
  }

  /** With the fewest free mistakes that do; which ways without words were chosen is not asked. */
  function matchesOf(base: Combination): readonly Combination[] {
    if (!passesSieve(base)) return []
    const found = new Map<string, Combination>()
    let least = Number.POSITIVE_INFINITY
    for (const free of allFree) {
      const [name, named] = [nameOf(namedIn(free)), namedIn(free).length]
      if (named > least || found.has(name) || !goTogether(base, free)) continue
      const made = together(base, free)
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

/** Whether an outcome could be theirs as well. */
export function explains(
  made: Combination,
  { case: at, outcome }: Tried,
  { answer, comparison }: Matching,
): boolean {
  switch (outcome.kind) {
    case 'passed':
    case 'wrong':
      // Also where it is right: what was expected may be just within the tolerance of the one and not of the other.
      return agree(answer(made, at), outcome.got, comparison)
    default:
      // A crash or a wrong type on one input tells nothing about the values on another.
      return true
  }
}

/** Whether a case shows which of two sets of choices was made. */
export function tellsApart(
  one: Combination,
  other: Combination,
  at: Case,
  { answer, comparison }: Matching,
): boolean {
  const [first, second] = [answer(one, at), answer(other, at)]
  if (first === undefined || second === undefined) return first !== second
  return compare(first, second, comparison) !== undefined
}

function agree(expected: Value | undefined, got: Value | undefined, comparison: Comparison): boolean {
  return expected !== undefined && got !== undefined && compare(expected, got, comparison) === undefined
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

/**
 * The free choices that change something beside two of the mistakes: what overflows in f32 may be seen only
 * where the columns are summed, and no maximum is subtracted. Of all pairs this costs too much; most sets
 * fail in one case, and of its pairs alone it is asked.
 */
function openShownBeside(matching: Matching): (base: Combination, at: Case) => Combination {
  const { choices } = matching.rules
  const free = choices.filter(({ isFree }) => isFree)
  const known = new Map<Case, Map<string, Combination>>()
  function besidePair(pair: Combination, at: Case): Combination {
    const ofCase = known.get(at) ?? new Map<string, Combination>()
    known.set(at, ofCase)
    const name = nameOf(pair)
    const found = ofCase.get(name) ?? free.filter((one) => matters([one], pair, at, matching))
    ofCase.set(name, found)
    return found
  }
  return (base, at) => {
    const found = pairsIn(base).flatMap((pair) => besidePair(pair, at))
    return free.filter((one) => found.includes(one))
  }
}

function pairsIn(base: Combination): readonly Combination[] {
  return base.flatMap((one, at) => base.slice(at + 1).map((other) => [one, other]))
}

/** Whether some choices change what others make of a case. */
function matters(some: Combination, base: Combination, at: Case, matching: Matching): boolean {
  const { choices } = matching.rules
  return goTogether(base, some) && tellsApart(base, inOrder(choices, [...base, ...some]), at, matching)
}

/**
 * The free choices that change something in a case: alone, beside any one mistake or those of a profile,
 * where another free one does so too, or together with one that by itself changes nothing either.
 */
function freeThatMatter(
  { case: at }: Tried,
  matching: Matching,
  allowance: WorkAllowance,
): readonly WrongChoice[] {
  const { choices, profiles } = matching.rules
  const bases = [
    [],
    ...choices.filter(({ isFree }) => !isFree).map((choice) => [choice]),
    ...profiles.map(({ of }) => choices.filter(({ id }) => of.includes(id))),
  ]
  const free = choices.filter(({ isFree }) => isFree)
  const matter = (some: Combination, base: Combination, by = matching) => matters(some, base, at, by)
  const besides = bases.map((base) => ({ base, found: free.filter((one) => matter([one], base)) }))
  const found = new Set(besides.flatMap((beside) => beside.found))
  // A small constant may show only where one choice says what it is added to, and another that it is.
  const pairs = besides.flatMap((beside) =>
    beside.found.map((one) => inOrder(choices, [...beside.base, one])),
  )
  const shown = free.filter((one) => found.has(one) || pairs.some((pair) => matter([one], pair)))
  const hidden = free.filter((one) => !shown.includes(one))
  const bounded = { ...matching, answer: allowance.counted(matching.answer) }
  const matterTogether = (one: WrongChoice, other: WrongChoice) =>
    one.rule !== other.rule && bases.some((base) => allowance.isOpen() && matter([one, other], base, bounded))
  const inPairs = hidden.filter((one) => hidden.some((other) => matterTogether(one, other)))
  return free.filter((one) => shown.includes(one) || inPairs.includes(one))
}
