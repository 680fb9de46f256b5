import type { WrongChoice } from '../../kit/rules.ts'
import type { Case, Tried } from '../cases/case.ts'
import { type Combination, nameOf } from '../cases/combination.ts'
import { goTogether, inOrder } from './combinations.ts'
import { type Matching, tellsApart } from './matching.ts'
import type { WorkAllowance } from './work-allowance.ts'

/**
 * The free choices that change something beside two of the mistakes: what overflows in f32 may be seen only
 * where the columns are summed, and no maximum is subtracted. Of all pairs this costs too much; most sets
 * fail in one case, and of its pairs alone it is asked.
 */
export function openShownBeside(matching: Matching): (base: Combination, at: Case) => Combination {
  const { choices } = matching.rules
  const free = choices.filter(({ isFree }) => isFree)
  const known = new Map<Case, Map<string, Combination>>()
  function besidePair(pair: Combination, at: Case): Combination {
    const ofCase = known.getOrInsertComputed(at, () => new Map<string, Combination>())
    return ofCase.getOrInsertComputed(nameOf(pair), () =>
      free.filter((one) => matters([one], pair, at, matching)),
    )
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
 * where another free one does so too, or together with one that by itself changes nothing there either.
 */
export function freeThatMatter(
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
  // What is shown beside one mistake may hide beside another, where all is infinite already.
  const matterTogether = (one: WrongChoice, other: WrongChoice) =>
    one.rule !== other.rule &&
    besides.some(
      (beside) =>
        !beside.found.includes(other) && allowance.isOpen() && matter([one, other], beside.base, bounded),
    )
  const inPairs = hidden.filter((one) => free.some((other) => matterTogether(one, other)))
  return free.filter((one) => shown.includes(one) || inPairs.includes(one))
}
