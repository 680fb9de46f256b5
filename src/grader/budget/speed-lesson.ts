import type { CardId } from '../../core/ids.ts'
import type { Performance, SpeedLesson } from '../../core/verdict.ts'
import type { AnyGrader } from '../cases/load-grader.ts'

/** What a submission beyond its budget can learn: the cause that fits the growth that was measured, and what would be fast. */
export function speedLesson(
  { growth }: Performance,
  inputs: AnyGrader['performance'],
): SpeedLesson | undefined {
  if (inputs?.fast === undefined) return undefined
  const { en, zh, cards } = inputs.fast
  const broken = growth.find(({ ratio, budget }) => ratio > budget)
  const causes = broken === undefined ? [] : (inputs.growth?.[broken.label]?.causes ?? [])
  const cause = causes.findLast(({ from }) => broken !== undefined && broken.ratio >= from)
  return {
    cause: cause && { en: cause.en, zh: cause.zh },
    fast: { en, zh },
    cards: cards as readonly CardId[],
  }
}
