import type { AcceptedComparison } from '../../app/compare-with-accepted.ts'
import { dateOf, type Moment, studyDayOf } from '../../core/day.ts'

/**
 * What `diff --json` prints: the two texts, for a tool of one's own. `accepted` is null where nothing was
 * accepted yet.
 */
export function diffFields(
  { submission, now, accepted }: AcceptedComparison,
  { offsetMin }: Pick<Moment, 'offsetMin'>,
): object {
  const { exercise, language, path } = submission
  return {
    exercise: exercise.id,
    language,
    path,
    source: now,
    accepted: accepted
      ? { day: dateOf(studyDayOf({ at: accepted.at, offsetMin })), source: accepted.source }
      : null,
    same: accepted?.source === now,
  }
}
