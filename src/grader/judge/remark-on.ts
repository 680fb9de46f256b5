import type { Exercise } from '../../core/exercise.ts'
import type { Text } from '../../core/locale.ts'
import type { Verdict } from '../../core/verdict.ts'
import type { CaseOutcome, Tried } from '../cases/case.ts'
import { handwrittenCode } from '../protocol/code-text.ts'
import type { LanguageSupport } from '../protocol/language.ts'
import type { Conversion } from '../protocol/read-value.ts'
import { remarkOnLoss, remarkOnValues } from '../words/remark.ts'
import { heldAlike } from '../words/sentences.ts'
import { sameNumbers } from './same-numbers.ts'

interface Writing {
  readonly support: Pick<LanguageSupport, 'describe' | 'functionName' | 'lexis' | 'tellMistaken'>
  readonly exercise: Exercise
  readonly source: string
}

/**
 * What held the values of a right answer, where the signature says something else; of a wrong one only what
 * may be why it is wrong. Never a reason for a verdict.
 */
export function remarkOn(
  verdict: Verdict,
  tried: readonly Tried[],
  { support, exercise, source }: Writing,
): Text | undefined {
  const { describe, functionName, lexis, tellMistaken } = support
  const outcomes = tried.map(({ outcome }) => outcome)
  const mistaken = () =>
    tellMistaken?.(handwrittenCode(source, lexis), functionName(exercise.id), exercise.signature)
  switch (verdict.kind) {
    case 'accepted':
    case 'too-slow':
    case 'memory-budget':
    case 'inconclusive':
      return remarkOnValues(outcomes.flatMap(conversionsIn), describe)
    case 'wrong-answer':
      return (
        mistaken() ??
        (verdict.diagnosis === undefined ? tellSame(tried) : undefined) ??
        remarkOnLoss(outcomes.filter((outcome) => outcome.kind === 'wrong').flatMap(conversionsIn), describe)
      )
    case 'invalid-output':
    case 'runtime-error':
    case 'time-limit':
      return mistaken()
    default:
      return undefined
  }
}

function tellSame(tried: readonly Tried[]): Text | undefined {
  const names = sameNumbers(tried)
  return names && heldAlike(names)
}

function conversionsIn(outcome: CaseOutcome): readonly Conversion[] {
  return outcome.kind === 'passed' || outcome.kind === 'wrong' ? (outcome.conversions ?? []) : []
}
