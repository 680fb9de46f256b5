import type { Optimized } from '../../app/optimize-weights.ts'
import { dateOf, type Moment, studyDayOf } from '../../core/day.ts'
import type { FitComparison } from '../../core/fit/judge-fit.ts'

/** What `optimize --json` prints. */
export function optimizeFields({ outcome, reviews }: Optimized, now: Moment): object {
  return {
    outcome: outcome.kind,
    reviews,
    missing: outcome.kind === 'too-few' ? outcome.missing : 0,
    comparison: outcome.kind === 'too-few' ? null : comparisonInJson(outcome.comparison, now),
    weights: outcome.kind === 'adopted' ? outcome.weights : null,
  }
}

function comparisonInJson({ reviews, from, to, before, after }: FitComparison, now: Moment): object {
  const dateAt = (at: number) => dateOf(studyDayOf({ ...now, at }))
  return { reviews, from: dateAt(from), to: dateAt(to), logLossBefore: before, logLossAfter: after }
}
