import type { CardId } from '../../core/ids.ts'
import type { BudgetLesson, Verdict } from '../../core/verdict.ts'
import type { GrowthCause, PerformanceInputs } from '../../kit/define-grader.ts'

type Inputs = PerformanceInputs<readonly unknown[]> | undefined

/**
 * What a submission beyond a budget can learn from it: the cause that fits the growth that was measured, and
 * what would be better.
 */
export function withLesson(verdict: Verdict, inputs: Inputs): Verdict {
  switch (verdict.kind) {
    case 'too-slow':
      return {
        ...verdict,
        lesson: lesson('time', causeOf(verdict.performance.growth, inputs?.growth), inputs),
      }
    case 'memory-budget':
      return {
        ...verdict,
        lesson: lesson('memory', causeOf(verdict.performance.memory, inputs?.memory), inputs),
      }
    case 'memory-limit':
      // Of a small case it tells a mistake, and not what the way of working costs.
      return verdict.cases.passed < verdict.cases.total || verdict.cases.total === 0
        ? verdict
        : { ...verdict, lesson: lesson('memory', undefined, inputs) }
    default:
      return verdict
  }
}

function lesson(
  of: BudgetLesson['of'],
  cause: GrowthCause | undefined,
  inputs: Inputs,
): BudgetLesson | undefined {
  const better = of === 'time' ? inputs?.fast : inputs?.lean
  if (better === undefined) return undefined
  return {
    of,
    cause: cause && { en: cause.en, zh: cause.zh },
    better: { en: better.en, zh: better.zh },
    cards: better.cards as readonly CardId[],
  }
}

interface Grown {
  readonly label: string
  readonly ratio: number
  readonly budget: number
}

function causeOf(
  measured: readonly Grown[],
  inputs: { readonly [label: string]: { readonly causes?: readonly GrowthCause[] } } | undefined,
): GrowthCause | undefined {
  const broken = measured.find(({ ratio, budget }) => ratio > budget)
  if (broken === undefined) return undefined
  return inputs?.[broken.label]?.causes?.findLast(({ from }) => broken.ratio >= from)
}
