import { messageOf } from '../core/error-message.ts'
import type { Exercise } from '../core/exercise.ts'
import type { Case } from '../grader/cases/case.ts'
import { type Combination, type NamedChoice, namedIn } from '../grader/cases/combination.ts'
import { answerOf } from '../grader/cases/load-grader.ts'
import type { Prepared } from '../grader/cases/prepare-exercise.ts'
import { compare } from '../grader/judge/compare.ts'
import { isEvidentIn } from '../grader/judge/diagnose.ts'
import { tellsApart } from '../grader/judge/matching.ts'

/**
 * A mistake that no case tells from the reference, or from another mistake, cannot be named. Of the exercises
 * that come along, every grading must be able to: what only random cases show is missed where chance does not
 * bring it.
 */
export function gapsInRules(exercise: Exercise, prepared: Prepared, all: readonly Case[]): readonly string[] {
  const { grader, answer } = prepared
  const { isOwn } = exercise
  const cases = isOwn ? all : all.filter(({ origin }) => origin !== 'random')
  const named = namedIn(grader.rules?.choices ?? [])
  const matching = grader.rules && { rules: grader.rules, comparison: grader.comparison, answer }
  const differ = (one: Combination, other: Combination) =>
    matching !== undefined && cases.some((at) => tellsApart(one, other, at, matching))
  const without = gapWithoutChoice(exercise, prepared, all)
  if (without !== undefined) return [without]
  const thrown = named.flatMap((one) => thrownBy(one, exercise, prepared, all))
  if (thrown.length > 0) return thrown
  const isShown = (one: NamedChoice) =>
    isOwn ? differ([], [one]) : matching !== undefined && isEvidentIn(cases, one, matching)
  const notShown = isOwn
    ? (id: string) => `No case tells the mistake ${id} from the reference.`
    : (id: string) =>
        `Too few hand-made cases and fixtures show the mistake ${id}: it takes two, or one with three wrong numbers.`
  return named.flatMap((one, at) => [
    ...(isShown(one) ? [] : [notShown(one.id)]),
    ...named
      .slice(at + 1)
      .filter((other) => !differ([one], [other]))
      .map((other) => `No case tells the mistakes ${one.id} and ${other.id} apart.`),
  ])
}

/** What the mistakes are made in must be right: else none of them explains anything. */
function gapWithoutChoice(
  exercise: Exercise,
  { grader: { rules, comparison } }: Prepared,
  cases: readonly Case[],
): string | undefined {
  if (rules === undefined) return undefined
  for (const { name, args, expected } of cases) {
    const why = whyWrong(() => compare(expected, answerOf(exercise, rules.implement([]), args), comparison))
    if (why !== undefined)
      return `rules.ts without any choice is not right in the case "${name.en}": ${why.replace(/\.$/, '')}.`
  }
  return undefined
}

function whyWrong(ask: () => ReturnType<typeof compare>): string | undefined {
  try {
    return ask()?.summary.en
  } catch (error) {
    return messageOf(error)
  }
}

/** A wrong choice may crash where people's do, but not mostly. */
function thrownBy(
  one: NamedChoice,
  exercise: Exercise,
  { grader, answer }: Prepared,
  cases: readonly Case[],
): readonly string[] {
  // Half of them are enough, and the first are the smallest.
  let answered = 0
  for (const at of cases) {
    if (2 * answered >= cases.length) break
    if (answer([one], at) !== undefined) answered += 1
  }
  if (2 * answered >= cases.length) return []
  const run = grader.rules?.implement([one]) ?? grader.reference
  const thrown = cases.flatMap(({ args }) => {
    try {
      answerOf(exercise, run, args)
      return []
    } catch (error) {
      return [messageOf(error)]
    }
  })
  return [
    `rules.ts throws for the mistake ${one.id} in ${thrown.length} of ${cases.length} cases: ${thrown[0]}.`,
  ]
}
