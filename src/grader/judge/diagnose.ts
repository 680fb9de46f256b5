import type { CardId } from '../../core/ids.ts'
import type { Value } from '../../core/value.ts'
import type { Diagnosis } from '../../core/verdict.ts'
import type { Comparison } from '../../kit/define-grader.ts'
import type { Case, Tried } from '../cases/case.ts'
import type { AnyMutant } from '../cases/load-grader.ts'
import type { AnswerOfMutant } from '../cases/prepare-exercise.ts'
import { mistakeMade } from '../words/sentences.ts'
import { compare } from './compare.ts'

/** One number that happens to agree is no evidence; this many that do are. */
const DISTINCTIVE_NUMBERS = 3

/**
 * The mistake whose outputs equal the submission's wherever it is wrong, and which would not have shown wherever it is right.
 * At least two failing cases must say so, or one with several wrong numbers. Two mistakes that fit equally well name neither.
 */
export function diagnose(
  tried: readonly Tried[],
  mutants: readonly AnyMutant[],
  comparison: Comparison,
  answerOf: AnswerOfMutant,
): Diagnosis | undefined {
  if (!isEvidence(tried)) return undefined
  const matching = mutants.filter((mutant) =>
    tried.every((one) => isOutcomeOf(mutant, one, comparison, answerOf)),
  )
  const [mutant] = matching
  if (mutant === undefined || matching.length > 1) return undefined
  return { id: mutant.id, message: mistakeMade(mutant), cards: mutant.cards as readonly CardId[] }
}

/** Whether an outcome could be the mutant's as well. */
export function isOutcomeOf(
  mutant: AnyMutant,
  { case: at, outcome }: Tried,
  comparison: Comparison,
  answerOf: AnswerOfMutant,
): boolean {
  return explains(answerOf(mutant, at), at, outcome, comparison)
}

function isEvidence(tried: readonly Tried[]): boolean {
  const wrong = tried.flatMap(({ outcome }) => (outcome.kind === 'wrong' ? [outcome.mismatch] : []))
  return wrong.length >= 2 || (wrong[0]?.worst?.wrong ?? 0) >= DISTINCTIVE_NUMBERS
}

function explains(
  answer: Value | undefined,
  tried: Case,
  outcome: Tried['outcome'],
  comparison: Comparison,
): boolean {
  switch (outcome.kind) {
    case 'passed':
      return answer !== undefined && compare(tried.expected, answer, comparison) === undefined
    case 'wrong':
      return answer !== undefined && compare(answer, outcome.got, comparison) === undefined
    default:
      // A crash or a wrong type on one input tells nothing about the values on another.
      return true
  }
}
