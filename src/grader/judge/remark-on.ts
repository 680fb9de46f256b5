import type { Text } from '../../core/locale.ts'
import type { Verdict } from '../../core/verdict.ts'
import type { CaseOutcome, Tried } from '../cases/case.ts'
import type { Conversion } from '../protocol/read-value.ts'
import { type Describe, remarkOnLoss, remarkOnValues } from '../words/remark.ts'

/**
 * What held the values of a right answer, where the signature says something else; of a wrong one only what
 * may be why it is wrong. Never a reason for a verdict.
 */
export function remarkOn({ kind }: Verdict, tried: readonly Tried[], describe: Describe): Text | undefined {
  const outcomes = tried.map(({ outcome }) => outcome)
  switch (kind) {
    case 'accepted':
    case 'too-slow':
    case 'memory-budget':
    case 'inconclusive':
      return remarkOnValues(outcomes.flatMap(conversionsIn), describe)
    case 'wrong-answer':
      return remarkOnLoss(
        outcomes.filter((outcome) => outcome.kind === 'wrong').flatMap(conversionsIn),
        describe,
      )
    default:
      return undefined
  }
}

function conversionsIn(outcome: CaseOutcome): readonly Conversion[] {
  return outcome.kind === 'passed' || outcome.kind === 'wrong' ? (outcome.conversions ?? []) : []
}
